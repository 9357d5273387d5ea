using System.Collections.Generic;

namespace Verbs.Measuring;

/// <summary>A line of a list of recorded figures.</summary>
/// <param name="Name">The figure's name.</param>
/// <param name="Values">What the list's columns have; null for a dash.</param>
public sealed record Recorded(string Name, IReadOnlyList<decimal?> Values);
