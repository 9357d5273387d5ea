using System;
using System.Collections.Generic;
using System.IO;
using Verbs.Measuring;
using Xunit;

namespace Verbs.Tests;

/// <summary>Figures beside what was recorded, and the file that records them.</summary>
public sealed class RatchetTests
{
    [Theory]
    [InlineData(1000, 0, "")]
    [InlineData(1010, 0, "")]
    [InlineData(1011, 1, "error: fork is worse: 1011 instead of 1000: mend it, or")]
    [InlineData(990, 0, "")]
    [InlineData(989, 0, "fork is better: 989 instead of 1000: record it with ./build.sh bench --record")]
    public void OnlyMoreThanAHundredthIsAChange(int value, int code, string said) =>
        Check([$"figure fork {value} cr3 1 invlpg 0"], ["fork 1000 1 0 -"], code, said);

    [Theory]
    [InlineData("fork 44 1 0 0", "error: fork is worse: 45 instead of 44")]
    [InlineData("fork 45 1 0 0", "error: fork.cr3 is worse: 2 instead of 1")]
    [InlineData("fork 45 2 0 0", "error: fork.invlpg is worse: 3 instead of 0")]
    [InlineData("fork 45 2 3 0", "error: fork.copied is worse: 4 instead of 0")]
    [InlineData("fork 45 2 3 -", "error: fork.copied is 4, and - is recorded")]
    [InlineData("", "error: fork is 45, and - is recorded")]
    [InlineData("fork 45 2 3 4\nlend 1 - - -", "error: lend is recorded, and there is no such figure")]
    public void WhatGotWorseInAnyColumnOrIsNotRecordedFails(string recorded, string said) =>
        Check(["figure fork 45 cr3 2 invlpg 3 copied 4"], recorded.Split('\n'), code: 1, said);

    [Fact]
    public void TheWorseProcessorIsRecordedWithTheMostEvents()
    {
        Scores scores = Judge(
            ["figure a 9 cr3 1 invlpg 6", "figure b 0.5"], ["figure a 8 cr3 2 invlpg 5", "figure b 0.4"]);
        Assert.Equal(
            [Line("a", "9", "2", "6", "-"), Line("b", "0.5", "-", "-", "-")],
            RecordList.Rewrite([], Ratchet.RecordsOf(scores)));
    }

    [Fact]
    public void WhatIsRecordedAnewKeepsItsCommentsAndItsPlace() => Assert.Equal(
        ["# why", "", Line("b", "2"), Line("a", "1") + "  # the first", Line("new", "3")],
        RecordList.Rewrite(
            ["# why", "", "b 7", "gone 5", "a 9.5 # the first"],
            [new("new", [3]), new("a", [1]), new("b", [2])]));

    [Fact]
    public void WhatWasRecordedIsReadAgain()
    {
        Recorded record = Assert.Single(RecordList.Parse(RecordList.Rewrite([], [new("a", [1.5m, null, 3])])));
        Assert.Equal("a", record.Name);
        Assert.Equal([1.5m, null, 3], record.Values);
    }

    [Theory]
    [InlineData("fork many", "the record \"fork many\" is not understood")]
    [InlineData("fork -1", "the record \"fork -1\" is not understood")]
    [InlineData("fork 1\nfork 1", "fork is recorded twice")]
    public void ADamagedRecordIsTold(string lines, string said) => Assert.Contains(
        said,
        Assert.Throws<VerbException>(() => RecordList.Parse(lines.Split('\n'))).Message,
        StringComparison.Ordinal);

    private static string Line(string name, params string[] values)
    {
        string line = name.PadRight(40);
        foreach (string value in values)
        {
            line += " " + value.PadLeft(12);
        }
        return line;
    }

    private static void Check(string[] measured, string[] recorded, int code, string said)
    {
        var errors = new StringWriter { NewLine = "\n" };
        Assert.Equal(code, BenchVerb.Tell(
            Judge(measured, measured), RecordList.Parse(recorded), TextWriter.Null, errors));
        string[] lines = errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (said.Length == 0)
        {
            Assert.DoesNotContain(lines, static line => line.Contains("fork is", StringComparison.Ordinal));
        }
        else
        {
            Assert.Contains(lines, line => line.StartsWith(said, StringComparison.Ordinal));
        }
    }

    private static Scores Judge(string[] max, string[] qemu64)
    {
        IReadOnlyDictionary<string, Measurement> figures = GuestFigures.Parse(max);
        return Scores.Of(
            [.. Bars(figures.Keys)],
            new Dictionary<string, IReadOnlyDictionary<string, Measurement>>
            {
                ["max"] = figures,
                ["qemu64"] = GuestFigures.Parse(qemu64),
            });
    }

    private static IEnumerable<Bar> Bars(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            yield return new Bar(name, Limit: null, "x", SpreadOf: []);
        }
    }
}
