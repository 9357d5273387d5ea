namespace Symbols.Elf;

/// <summary>What a loader maps or reads (System V ABI, chapter 5, "Program Header").</summary>
/// <param name="Type">What it is for.</param>
/// <param name="Access">What the program may do with it: 1 executes, 2 writes, 4 reads, or a sum of them.</param>
/// <param name="Offset">Its place in the file, in bytes.</param>
/// <param name="Address">Its virtual address.</param>
/// <param name="PhysicalAddress">Its physical address.</param>
/// <param name="FileSize">Bytes in the file.</param>
/// <param name="MemorySize">Bytes in memory.</param>
public sealed record ElfSegment(
    uint Type, uint Access, ulong Offset, ulong Address, ulong PhysicalAddress, ulong FileSize, ulong MemorySize)
{
    /// <summary>PT_LOAD: a part of the program's memory.</summary>
    public const uint Load = 1;

    /// <summary>PT_DYNAMIC: what a dynamic linker needs.</summary>
    public const uint Dynamic = 2;

    /// <summary>PT_INTERP: the name of a dynamic linker.</summary>
    public const uint Interpreter = 3;

    /// <summary>PT_NOTE: notes for whoever loads the program.</summary>
    public const uint Note = 4;

    private const uint ExecuteBit = 1;
    private const uint WriteBit = 2;

    /// <summary>The program may execute it.</summary>
    public bool IsExecutable => (Access & ExecuteBit) != 0;

    /// <summary>The program may write to it.</summary>
    public bool IsWritable => (Access & WriteBit) != 0;
}
