using Kernel.Audit;

namespace Kernel.Ring3;

/// <summary>A step of a <see cref="PagingProgram"/>, and what became of it.</summary>
/// <param name="Operation">What was done.</param>
/// <param name="Answer">What it answered: a <c>PagingError</c>, a <c>FaultOutcome</c>, or a sum of several.</param>
/// <param name="Sum">A sum of all that can be seen afterwards.</param>
/// <param name="Rule">The rule that is broken then; none mostly, because nobody has looked.</param>
internal readonly record struct PagingStep(PagingOperation Operation, ulong Answer, ulong Sum, SystemRule Rule);
