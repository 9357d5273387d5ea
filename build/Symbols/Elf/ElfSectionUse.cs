using System;

namespace Symbols.Elf;

/// <summary>How a section is used (System V ABI, chapter 4, sh_flags).</summary>
[Flags]
public enum ElfSectionUse : ulong
{
    /// <summary>Not at run time.</summary>
    None = 0,

    /// <summary>The program writes to it.</summary>
    Writable = 1,

    /// <summary>It has a place in memory.</summary>
    Allocated = 2,

    /// <summary>It holds instructions.</summary>
    Executable = 4,

    /// <summary>Its bytes in the file are compressed.</summary>
    Compressed = 0x800,
}
