namespace Symbols.Elf;

/// <summary>A name for an address (System V ABI, chapter 4, "Symbol Table").</summary>
/// <param name="Name">The name; empty for sections.</param>
/// <param name="Type">What it names: nothing in particular (0), an object (1), a function (2), a section (3), a file
/// (4).</param>
/// <param name="Binding">Who sees it: its own file (0), all (1), all unless another one defines it (2).</param>
/// <param name="Section">The number of its section; 0 where another file must define it, 0xFFF1 for a plain
/// number.</param>
/// <param name="Value">Its address, or its offset in its section where the file is not linked yet.</param>
/// <param name="Size">Its size in bytes; 0 where that is not known.</param>
public sealed record ElfSymbol(string Name, byte Type, byte Binding, ushort Section, ulong Value, ulong Size)
{
    private const byte NoType = 0;
    private const byte Function = 2;

    /// <summary>It is defined elsewhere.</summary>
    public bool IsUndefined => Section == 0 && Name.Length != 0;

    /// <summary>It is known to name a function.</summary>
    public bool IsFunction => Type == Function;

    /// <summary>It may name a function: assemblers do not say.</summary>
    public bool IsLabel => Type is NoType or Function;
}
