namespace Kernel.Tests.Host.Firmware;

/// <summary>An entry of the firmware's memory map, as both protocols write it.</summary>
internal sealed record MapEntry(ulong Start, ulong Length, uint Type)
{
    public const uint Usable = 1;
    public const uint Reserved = 2;
    public const uint Bad = 5;

    /// <summary>What QEMU's pc machine lists with 128 MiB.</summary>
    public static MapEntry[] Pc128MiB =>
    [
        new(0, 0x9FC00, Usable),
        new(0x9FC00, 0x400, Reserved),
        new(0xF0000, 0x10000, Reserved),
        new(0x10_0000, 0x7EE_0000, Usable),
        new(0x7FE_0000, 0x2_0000, Reserved),
        new(0xFFFC_0000, 0x4_0000, Reserved),
    ];

    public static byte[] Encode(params MapEntry[] entries)
    {
        var writer = new BlobWriter();
        foreach (MapEntry entry in entries)
        {
            writer.U64(entry.Start, entry.Length).U32(entry.Type, 0);
        }

        return writer.ToArray();
    }
}
