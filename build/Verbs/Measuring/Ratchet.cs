using System;
using System.Collections.Generic;
using System.Linq;

namespace Verbs.Measuring;

/// <summary>
/// Figures beside what they were when they were recorded: none may get worse unless the record is changed on purpose.
/// </summary>
/// <param name="Complaints">A sentence for each that is worse by more than 1 %, or not recorded.</param>
/// <param name="Gains">A sentence for each that is better by more than 1 %.</param>
public sealed record Ratchet(IReadOnlyList<string> Complaints, IReadOnlyList<string> Gains)
{
    private const decimal Slack = 0.01m;
    private static readonly string[] s_columns = ["", ".cr3", ".invlpg", ".copied"];

    /// <summary>
    /// What is to be recorded: the worst value of all processors, and the most writes of CR3, INVLPG and copied bytes.
    /// Neither what is computed from figures nor what is one of their counts is among it.
    /// </summary>
    public static IReadOnlyList<Recorded> RecordsOf(Scores scores) =>
    [
        .. scores.Figures.Where(static figure => figure.Value is not null && figure.Bar.SpreadOf.Count == 0)
            .Where(static figure => !figure.Bar.Name.Contains('.', StringComparison.Ordinal))
            .Select(static figure => new Recorded(
                figure.Bar.Name,
                [
                    figure.Value,
                    Most(figure, static counts => counts.RootWrites),
                    Most(figure, static counts => counts.Invalidations),
                    Most(figure, static counts => counts.Copied),
                ])),
    ];

    /// <summary>Compares figures with what is recorded of them.</summary>
    public static Ratchet Compare(IReadOnlyList<Recorded> recorded, Scores scores)
    {
        List<string> complaints = [];
        List<string> gains = [];
        foreach (Recorded now in RecordsOf(scores))
        {
            Recorded? before = recorded.FirstOrDefault(each => each.Name == now.Name);
            for (int i = 0; i < s_columns.Length; i++)
            {
                decimal? was = before?.Values.ElementAtOrDefault(i);
                Compare(now.Name + s_columns[i], was, now.Values[i], complaints, gains);
            }
        }
        complaints.AddRange(recorded.Where(each => !scores.Figures.Any(figure => figure.Bar.Name == each.Name))
            .Select(static each => $"{each.Name} is recorded, and there is no such figure"));
        return new Ratchet(complaints, gains);
    }

    private static void Compare(
        string name, decimal? before, decimal? now, List<string> complaints, List<string> gains)
    {
        if (before is null != now is null)
        {
            complaints.Add($"{name} is {FigureText.Number(now)}, and {FigureText.Number(before)} is recorded");
        }
        else if (now > before * (1 + Slack))
        {
            complaints.Add($"{name} is worse: {FigureText.Number(now)} instead of {FigureText.Number(before)}");
        }
        else if (now < before * (1 - Slack))
        {
            gains.Add($"{name} is better: {FigureText.Number(now)} instead of {FigureText.Number(before)}");
        }
    }

    private static decimal? Most(Figure figure, Func<EventCounts, long?> count) =>
        figure.Measured.Values.Max(each => each.Counts is { } counts ? count(counts) : null);
}
