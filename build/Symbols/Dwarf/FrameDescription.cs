using System.Collections.Immutable;

namespace Symbols.Dwarf;

/// <summary>The frames of one function, as its compiler describes them (DWARF 5, 6.4.1).</summary>
/// <param name="Start">The address of the function's first byte.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Rows">How to find the caller, in the order of the instructions; the first is at offset 0.</param>
public sealed record FrameDescription(ulong Start, ulong Size, ImmutableArray<UnwindRow> Rows);
