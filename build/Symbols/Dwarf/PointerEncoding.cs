namespace Symbols.Dwarf;

/// <summary>How .eh_frame writes addresses (Linux Standard Base, 10.5.1).</summary>
internal static class PointerEncoding
{
    /// <summary>Eight bytes, as they are.</summary>
    public const byte Absolute = 0x00;

    private const byte FormatMask = 0x0F;
    private const byte BaseMask = 0xF0;
    private const byte RelativeToItself = 0x10;

    /// <summary>The same encoding for a number that is no address.</summary>
    public static byte Format(byte encoding) => (byte)(encoding & FormatMask);

    /// <summary>Reads an address from a section that lies at <paramref name="sectionAddress"/>.</summary>
    public static ulong Read(ref ByteReader reader, byte encoding, ulong sectionAddress)
    {
        ulong place = sectionAddress + (ulong)reader.Position;
        ulong value = (encoding & FormatMask) switch
        {
            0x00 or 0x04 or 0x0C => reader.U64(),
            0x02 => reader.U16(),
            0x03 => reader.U32(),
            0x0A => (ulong)(short)reader.U16(),
            0x0B => (ulong)(int)reader.U32(),
            _ => throw new SymbolsException($".eh_frame: address encoding 0x{encoding:X2} is not understood"),
        };
        return (encoding & BaseMask) switch
        {
            0 => value,
            RelativeToItself => place + value,
            _ => throw new SymbolsException($".eh_frame: address encoding 0x{encoding:X2} is not understood"),
        };
    }
}
