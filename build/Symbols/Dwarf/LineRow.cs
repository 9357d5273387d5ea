namespace Symbols.Dwarf;

/// <summary>The source line of a run of instructions (DWARF 5, 6.2.2).</summary>
/// <param name="Address">The first of them.</param>
/// <param name="End">Behind the last of them.</param>
/// <param name="File">The source file.</param>
/// <param name="Line">The line in it, from 1; 0 where no line made them.</param>
public readonly record struct LineRow(ulong Address, ulong End, string File, uint Line);
