using System.Collections.Generic;

namespace Verbs.Measuring;

/// <summary>A line of the list of bars: a figure, and what it must not pass.</summary>
/// <param name="Name">The figure's name.</param>
/// <param name="Limit">The largest value that is good; null where any is.</param>
/// <param name="Unit">The unit of both, in words.</param>
/// <param name="SpreadOf">
/// For a figure that nobody measures: by how many percent the largest of these is above the smallest. Else empty.
/// </param>
public sealed record Bar(string Name, decimal? Limit, string Unit, IReadOnlyList<string> SpreadOf);
