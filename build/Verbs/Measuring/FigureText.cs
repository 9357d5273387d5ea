using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Verbs.Measuring;

/// <summary>Figures as text.</summary>
public static class FigureText
{
    /// <summary>What stands for a number that is not there.</summary>
    internal const string None = "-";

    /// <summary>
    /// A line for each figure that was measured, with tabs between its name, its value, its bar (<c>-</c> for none) and
    /// <c>ok</c> or <c>over</c>.
    /// </summary>
    public static void WriteLines(Scores scores, TextWriter output)
    {
        foreach (Figure figure in scores.Figures.Where(static figure => figure.Value is not null))
        {
            output.WriteLine(string.Join(
                '\t', figure.Bar.Name, Number(figure.Value), Number(figure.Bar.Limit), Word(figure.Verdict)));
        }
    }

    /// <summary>A table for people: each figure on each processor, with what a count of instructions hides.</summary>
    public static void WriteTable(Scores scores, TextWriter output)
    {
        output.WriteLine(Row("figure", "-cpu", "value", "cr3", "invlpg", "copied"));
        foreach (Figure figure in scores.Figures)
        {
            foreach ((string processor, Measurement measurement) in figure.Measured)
            {
                EventCounts? counts = measurement.Counts;
                output.WriteLine(Row(
                    figure.Bar.Name, processor, Number(measurement.Value),
                    Number(counts?.RootWrites), Number(counts?.Invalidations), Number(counts?.Copied)));
            }
        }
    }

    /// <summary>A verdict as the lines and the JSON have it.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Ok => "ok",
        Verdict.Over => "over",
        _ => "missing",
    };

    /// <summary>A number, or <c>-</c> where there is none.</summary>
    internal static string Number(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? None;

    private static string Row(params IReadOnlyList<string> cells) => string.Create(
        CultureInfo.InvariantCulture,
        $"{cells[0],-32} {cells[1],-8} {cells[2],10} {cells[3],6} {cells[4],6} {cells[5],8}");
}
