using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Verbs.Measuring.Linux;

/// <summary>A way in which Linux does what one of our figures measures, and what it costs.</summary>
/// <param name="Figure">The figure's name.</param>
/// <param name="Way">How Linux does it, such as <c>pipe</c>.</param>
/// <param name="Value">What that costs, in the figure's unit.</param>
public sealed record LinuxFigure(string Figure, string Way, decimal Value)
{
    private const string Mark = "linux";
    private const int Words = 4;

    /// <summary>Reads what the program wrote (Tests/BenchLinux/start.c), <c>linux FIGURE WAY VALUE</c>.</summary>
    public static IReadOnlyList<LinuxFigure> Parse(IEnumerable<string> lines) =>
    [
        .. lines.Select(static line => line.Split(' '))
            .Where(static words => words.Length == Words && words[0] == Mark)
            .Select(static words => new LinuxFigure(
                words[1], words[2], decimal.Parse(words[3], NumberStyles.None, CultureInfo.InvariantCulture))),
    ];

    /// <summary>The best way for each figure, in the order in which they came first.</summary>
    public static IReadOnlyList<LinuxFigure> Best(IEnumerable<LinuxFigure> figures) =>
        [.. figures.GroupBy(static each => each.Figure).Select(static ways => ways.MinBy(static way => way.Value)!)];
}
