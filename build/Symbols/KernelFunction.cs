using System.Collections.Immutable;
using Symbols.Dwarf;
using Symbols.Names;

namespace Symbols;

/// <summary>A function of a linked file.</summary>
/// <param name="Symbol">Its linker symbol.</param>
/// <param name="Name">Its name in the source.</param>
/// <param name="Start">The address of its first byte.</param>
/// <param name="Size">Its size in bytes, not 0.</param>
/// <param name="Frames">How to find its caller, in the order of its instructions; none where that is not known.</param>
/// <param name="Epilogues">Its epilogues; none where there are none to tell of.</param>
/// <param name="Lines">Its source lines, in the order of its instructions, all of one file; none where they are not
/// known.</param>
/// <param name="IsTrapEntry">It calls with a trap frame on top of the stack.</param>
public sealed record KernelFunction(
    string Symbol, QualifiedName Name, ulong Start, ulong Size, ImmutableArray<UnwindRow> Frames,
    Epilogues Epilogues, ImmutableArray<LineRow> Lines, bool IsTrapEntry)
{
    /// <summary>Behind its last byte.</summary>
    public ulong End => Start + Size;

    /// <summary>The source file; empty where it is not known.</summary>
    public string File => Lines.IsEmpty ? "" : Lines[0].File;
}
