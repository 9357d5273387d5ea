using System;

namespace Kernel.Loading;

/// <summary>The numbers in an archive's headers: eight hexadecimal digits each, in either case.</summary>
internal static class ArchiveNumber
{
    private const int MagicLength = 6;
    private const int Digits = 8;

    /// <summary>Where a field of the header at <paramref name="start"/> lies.</summary>
    public static ulong PositionOf(ArchiveField field, uint start) =>
        field == ArchiveField.Magic ? start : start + MagicLength + ((ulong)(field - ArchiveField.Inode) * Digits);

    /// <summary>Reads a field; 0 where it is cut off or has another character than digits.</summary>
    public static ArchiveFault TryRead(ReadOnlySpan<byte> archive, uint start, ArchiveField field, out uint value)
    {
        value = 0;
        ulong position = PositionOf(field, start);
        if (position + Digits > (ulong)archive.Length)
        {
            return ArchiveFault.CutOff;
        }

        uint number = 0;
        foreach (byte character in archive.Slice((int)position, Digits))
        {
            uint digit = DigitOf(character);
            if (digit > 0xF)
            {
                return ArchiveFault.NotHexadecimal;
            }

            number = (number << 4) | digit;
        }

        value = number;
        return ArchiveFault.None;
    }

    private static uint DigitOf(byte character) => (char)character switch
    {
        >= '0' and <= '9' => character - (uint)'0',
        >= 'A' and <= 'F' => character - (uint)'A' + 10,
        >= 'a' and <= 'f' => character - (uint)'a' + 10,
        _ => uint.MaxValue,
    };
}
