namespace Verbs.Measuring;

/// <summary>One figure as one guest measured it.</summary>
/// <param name="Value">The value, in the figure's unit.</param>
/// <param name="Counts">What the count of instructions hides; null where the value is no such count.</param>
public sealed record Measurement(decimal Value, FlushCounts? Counts);

/// <summary>What is counted apart because a count of instructions hides what it costs.</summary>
/// <param name="RootWrites">Writes of CR3.</param>
/// <param name="Invalidations">INVLPG.</param>
/// <param name="Repetitions">Iterations of <c>rep</c> instructions.</param>
public sealed record FlushCounts(long RootWrites, long Invalidations, long Repetitions);
