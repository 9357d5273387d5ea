using System;
using System.Collections.Generic;
using System.Linq;

namespace Verbs.Measuring;

/// <summary>All figures beside their bars.</summary>
/// <param name="Figures">Those that the list of bars names, in its order.</param>
/// <param name="Complaints">A sentence for everything else that is wrong; no figure is among them that is over.</param>
public sealed record Scores(IReadOnlyList<Figure> Figures, IReadOnlyList<string> Complaints)
{
    /// <summary>Every figure is there, under its bar, and there is no other.</summary>
    public bool IsGood => Complaints.Count == 0 && Figures.All(static figure => figure.Verdict == Verdict.Ok);

    /// <summary>Compares what guests measured, by processor, with the bars.</summary>
    public static Scores Of(
        IReadOnlyList<Bar> bars, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Measurement>> guests)
    {
        Figure[] figures = [.. bars.Select(bar => Judge(bar, guests))];
        IEnumerable<string> missing = figures.Where(static figure => figure.Verdict == Verdict.Missing).Select(
            figure => $"{figure.Bar.Name} has a bar and was not measured on {Without(figure, guests.Keys)}");
        IEnumerable<string> unknown = guests.Values.SelectMany(static guest => guest.Keys).Distinct()
            .Except(bars.Select(static bar => bar.Name))
            .Select(static name => $"{name} was measured and has no bar");
        return new Scores(figures, [.. missing, .. unknown]);
    }

    private static string Without(Figure figure, IEnumerable<string> processors) =>
        string.Join(" and ", processors.Except(figure.Measured.Keys));

    private static Figure Judge(
        Bar bar, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Measurement>> guests)
    {
        Dictionary<string, Measurement> measured = [];
        foreach ((string processor, IReadOnlyDictionary<string, Measurement> guest) in guests)
        {
            if (Find(bar, guest) is { } found)
            {
                measured.Add(processor, found);
            }
        }
        if (measured.Count < guests.Count || measured.Count == 0)
        {
            return new Figure(bar, Value: null, Verdict.Missing, measured);
        }
        decimal worst = measured.Values.Max(static each => each.Value);
        return new Figure(bar, worst, worst > bar.Limit ? Verdict.Over : Verdict.Ok, measured);
    }

    private static Measurement? Find(Bar bar, IReadOnlyDictionary<string, Measurement> guest)
    {
        if (bar.SpreadOf.Count == 0)
        {
            return GuestFigures.Find(guest, bar.Name);
        }
        decimal?[] values = [.. bar.SpreadOf.Select(name => GuestFigures.Find(guest, name)?.Value)];
        return values.Contains(null)
            ? null
            : new Measurement(Spread(values.Min()!.Value, values.Max()!.Value), Counts: null);
    }

    // In percent, rounded up to tenths: what is printed is what is judged.
    private static decimal Spread(decimal smallest, decimal largest) =>
        Math.Ceiling((largest - smallest) * 1000 / Math.Max(smallest, 1)) / 10;
}
