using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Verbs.Measuring.Linux;

/// <summary>Our figures beside the best of Linux, for people.</summary>
public static class LinuxText
{
    /// <summary>A row for each figure that both have, in the order of ours.</summary>
    public static void WriteTable(IEnumerable<Recorded> ours, IReadOnlyList<Recorded> linux, TextWriter output)
    {
        IReadOnlyDictionary<string, LinuxFigure> defended = LinuxRecords.Best(linux, Mitigations.Default);
        IReadOnlyDictionary<string, LinuxFigure> off = LinuxRecords.Best(linux, Mitigations.Off);
        output.WriteLine(Row("figure", "ours", "Linux", "ratio", "best way", "mitigations=off", "ratio", "best way"));
        foreach (Recorded figure in ours.Where(each => defended.ContainsKey(each.Name)))
        {
            decimal own = figure.Values[0]!.Value;
            LinuxFigure first = defended[figure.Name];
            LinuxFigure second = off[figure.Name];
            output.WriteLine(Row(
                figure.Name, FigureText.Number(own),
                FigureText.Number(first.Value), Ratio(first.Value, own), first.Way,
                FigureText.Number(second.Value), Ratio(second.Value, own), second.Way));
        }
    }

    /// <summary>How many times ours goes into Linux's.</summary>
    public static string Ratio(decimal linux, decimal own) =>
        (linux / own).ToString(linux < 10 * own ? "0.0" : "0", CultureInfo.InvariantCulture);

    private static string Row(params IReadOnlyList<string> cells) => string.Create(
        CultureInfo.InvariantCulture,
        $"{cells[0],-30} {cells[1],8} {cells[2],11} {cells[3],6} {cells[4],-22} {cells[5],15} {cells[6],6} {cells[7]}");
}
