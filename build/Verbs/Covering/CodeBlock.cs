using System.Collections.Immutable;
using Symbols;

namespace Verbs.Covering;

/// <summary>Instructions of a function of which either all are executed or none.</summary>
/// <param name="Function">The function.</param>
/// <param name="Start">The address of the first one.</param>
/// <param name="Calls">Where they call.</param>
/// <param name="Next">Where they can go on; nothing where that is another function's business.</param>
public readonly record struct CodeBlock(
    KernelFunction Function, ulong Start, ImmutableArray<ulong> Calls, ImmutableArray<ulong> Next);
