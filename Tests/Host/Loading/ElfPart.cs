namespace Kernel.Tests.Host.Loading;

/// <summary>What a program header tells of, and its bytes in the file.</summary>
internal sealed record ElfPart(uint Type, uint Flags, ulong Address, byte[] Contents)
{
    public const uint Load = 1;
    public const uint Symbols = 0x6B73_796D;

    /// <summary>Where the header says that the bytes are; where they are until a test says otherwise.</summary>
    public ulong? Offset { get; init; }

    public ulong? FileSize { get; init; }

    public ulong? MemorySize { get; init; }

    public ulong Alignment { get; init; } = 16;

    /// <summary>The header of a part whose bytes are at an offset.</summary>
    public byte[] Encode(ulong offset)
    {
        byte[] header = new byte[ElfBuilder.ProgramHeaderSize];
        ElfBuilder.Write(header, 0, 4, Type);
        ElfBuilder.Write(header, 4, 4, Flags);
        ElfBuilder.Write(header, 8, 8, Offset ?? offset);
        ElfBuilder.Write(header, 16, 8, Address);
        ElfBuilder.Write(header, 32, 8, FileSize ?? (ulong)Contents.Length);
        ElfBuilder.Write(header, 40, 8, MemorySize ?? (ulong)Contents.Length);
        ElfBuilder.Write(header, 48, 8, Alignment);
        return header;
    }
}
