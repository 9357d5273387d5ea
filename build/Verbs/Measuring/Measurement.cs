namespace Verbs.Measuring;

/// <summary>One figure as one guest measured it.</summary>
/// <param name="Value">The value, in the figure's unit.</param>
/// <param name="Counts">What the count of instructions hides; null where the value is no such count.</param>
public sealed record Measurement(decimal Value, EventCounts? Counts);

/// <summary>What is counted apart because a count of instructions hides what it costs.</summary>
/// <param name="RootWrites">Writes of CR3.</param>
/// <param name="Invalidations">INVLPG.</param>
/// <param name="Copied">Bytes that the kernel copied for messages; null where nobody counted.</param>
public sealed record EventCounts(long RootWrites, long Invalidations, long? Copied);
