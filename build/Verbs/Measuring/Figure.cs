using System.Collections.Generic;

namespace Verbs.Measuring;

/// <summary>A figure beside its bar.</summary>
/// <param name="Bar">Its line in the list of bars.</param>
/// <param name="Value">The worst value of all processors; null where one is missing.</param>
/// <param name="Verdict">Whether that is good.</param>
/// <param name="Measured">What was measured, by processor; without those that did not.</param>
public sealed record Figure(
    Bar Bar, decimal? Value, Verdict Verdict, IReadOnlyDictionary<string, Measurement> Measured);
