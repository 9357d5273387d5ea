using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Verbs.Measuring;

/// <summary>The figures in the words of the benchmark image (Tests/BenchImage/Report.cs) and of the program that
/// measures from ring 3 (UserPrograms/Bench), by name.</summary>
public static partial class GuestFigures
{
    private const string Mark = "figure ";

    /// <summary>
    /// Reads what a guest wrote to its serial port. A count that has a name of its own, such as
    /// <c>map-unmap.invlpg</c>, is a figure too where the bars ask for it: see <see cref="Find"/>.
    /// </summary>
    /// <exception cref="VerbException">A figure cannot be understood, or came twice.</exception>
    public static IReadOnlyDictionary<string, Measurement> Parse(IEnumerable<string> lines)
    {
        Dictionary<string, Measurement> figures = [];
        foreach (string line in lines.Where(static line => line.StartsWith(Mark, StringComparison.Ordinal)))
        {
            Match match = Line().Match(line);
            if (!match.Success)
            {
                throw new VerbException($"the guest wrote \"{line}\", which is no figure", "mend Tests/BenchImage");
            }
            if (!figures.TryAdd(match.Groups["name"].Value, Read(match)))
            {
                throw new VerbException($"the guest wrote {match.Groups["name"].Value} twice", "mend Tests/BenchImage");
            }
        }
        return figures;
    }

    /// <summary>
    /// A figure by its name, or one of its counts by the name with <c>.cr3</c>, <c>.invlpg</c> or <c>.copied</c> behind
    /// it; null where the guest measured no such thing.
    /// </summary>
    public static Measurement? Find(IReadOnlyDictionary<string, Measurement> figures, string name)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return figures.GetValueOrDefault(name);
        }
        EventCounts? counts = figures.GetValueOrDefault(name[..dot])?.Counts;
        long? count = name[dot..] switch
        {
            ".cr3" => counts?.RootWrites,
            ".invlpg" => counts?.Invalidations,
            ".copied" => counts?.Copied,
            _ => null,
        };
        return count is { } value ? new Measurement(value, Counts: null) : null;
    }

    private static Measurement Read(Match match) => new(
        decimal.Parse(match.Groups["value"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
        match.Groups["cr3"].Success
            ? new EventCounts(
                Count(match, "cr3"),
                Count(match, "invlpg"),
                match.Groups["copied"].Success ? Count(match, "copied") : null)
            : null);

    private static long Count(Match match, string group) =>
        long.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^figure (?<name>[A-Za-z0-9-]+) (?<value>[0-9]{1,18}(\.[0-9]{1,6})?)"
        + @"( cr3 (?<cr3>[0-9]{1,18}) invlpg (?<invlpg>[0-9]{1,18})( copied (?<copied>[0-9]{1,18}))?)?$")]
    private static partial Regex Line();
}
