using Symbols;

namespace Verbs.Covering;

/// <summary>Instructions of a function of which either all are executed or none.</summary>
/// <param name="Function">The function.</param>
/// <param name="Start">The address of the first one.</param>
public readonly record struct CodeBlock(KernelFunction Function, ulong Start);
