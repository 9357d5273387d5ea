using System.Collections.Generic;
using System.IO;
using Machines;
using Verbs.Measuring;
using Verbs.Measuring.Charts;
using Verbs.Measuring.Linux;
using Xunit;

namespace Verbs.Tests;

/// <summary>Linux's figures beside ours, and the chart of both.</summary>
public sealed class LinuxTests
{
    private static readonly Recorded[] s_ours = [new("null-call", [50, 0, 0, 0]), new("yield", [100, 1, 0, 0])];

    private static readonly Recorded[] s_linux =
        [new("yield.slow", [900, 850]), new("yield.quick", [800, 860]), new("boot.init", [5, 5])];

    [Fact]
    public void WhatTheProgramWroteIsReadAndLinuxsOwnLinesAreLeftAlone() => Assert.Equal(
        [new LinuxFigure("round-trip", "pipe", 4297)],
        LinuxFigure.Parse(["[    0.1] linux boots", "linux round-trip pipe 4297", ""]));

    [Fact]
    public void TheBetterProcessorIsRecordedWithMitigationsAndWithout()
    {
        Recorded record = Assert.Single(LinuxRecords.Combine(
            [new("yield", "quick", 9), new("yield", "quick", 8)], [new("yield", "quick", 6), new("yield", "quick", 7)]));
        Assert.Equal("yield.quick", record.Name);
        Assert.Equal([8m, 6m], record.Values);
    }

    [Fact]
    public void EachFigureHasLinuxsBestWayAndHowManyTimesAsMuchItIs()
    {
        var output = new StringWriter { NewLine = "\n" };
        LinuxText.WriteTable(s_ours, s_linux, output);
        string[] lines = output.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Matches("^yield +100 +800 +8.0 quick +850 +8.5 slow$", lines[1]);
    }

    [Fact]
    public void ARecordWithoutItsSecondColumnIsTold() => Assert.Contains(
        "yield.slow", Assert.Throws<VerbException>(
            static () => LinuxRecords.Best([new("yield.slow", [1])], Mitigations.Off)).Message,
        System.StringComparison.Ordinal);

    [Fact]
    public void TheChartShowsBothAndMovesWithThem()
    {
        string chart = CostChart.Draw(s_ours, s_linux);
        Assert.Contains(">850 (8.5 times, slow)<", chart, System.StringComparison.Ordinal);
        Assert.DoesNotContain("boot to", chart, System.StringComparison.Ordinal);
        Assert.NotEqual(chart, CostChart.Draw([new("null-call", [51, 0, 0, 0]), s_ours[1]], s_linux));
        Assert.NotEqual(chart, CostChart.Draw(s_ours, [new("yield.slow", [900, 849]), .. s_linux[1..]]));
    }

    [Fact]
    public void TimesAreShownAsRatiosAlone()
    {
        var output = new StringWriter { NewLine = "\n" };
        WallClock.WriteTable(
            new Dictionary<string, Measurement> { ["boot-to-program"] = new(5, null), ["yield"] = new(123, null) },
            new Dictionary<string, LinuxFigure>
            {
                ["boot-to-program"] = new("boot-to-program", "init", 7),
                ["yield"] = new("yield", "quick", 984),
            },
            Accelerator.Tcg,
            output);
        string[] lines = output.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Contains("emulated, instructions not counted", lines[0], System.StringComparison.Ordinal);
        Assert.Matches("^yield +8.0 quick$", lines[1]);
    }

    [Fact]
    public void FlushesAreComparedPageCountByPageCount()
    {
        var output = new StringWriter { NewLine = "\n" };
        FlushTimes.Write(
            new Dictionary<string, Measurement>
            {
                ["flush-each-1"] = new(100, null),
                ["flush-all-1"] = new(350, null),
                ["flush-each-2"] = new(401, null),
                ["flush-all-2"] = new(400, null),
                ["flush-limit-256"] = new(32, null),
            },
            output);
        string[] lines = output.ToString().TrimEnd('\n').Split('\n');
        Assert.Matches("^ +1 pages +3.5$", lines[1]);
        Assert.Matches("^ +2 pages +1.0$", lines[2]);
        Assert.Equal("one by one is quicker up to 1 pages here; the kernel does so up to 32", lines[3]);
    }

    [Fact]
    public void FlushesThatAreNotComparedAreTold() => Assert.Throws<VerbException>(static () => FlushTimes.Write(
        new Dictionary<string, Measurement> { ["flush-each-1"] = new(100, null) }, TextWriter.Null));

    [Fact]
    public void TheTreesChartIsWhatIsRecorded()
    {
        Repository repository = Repository.Find();
        IReadOnlyList<Recorded> ours = RecordList.Read(repository.RecordedFigures);
        IReadOnlyList<Recorded> linux = RecordList.Read(repository.RecordedLinux);
        Assert.All(ChartRow.All, row => Assert.Contains(ours, each => each.Name == row.Figure));
        Assert.All(ChartRow.All, row => Assert.Contains(row.Figure, LinuxRecords.Best(linux, Mitigations.Default).Keys));
        Assert.True(
            File.ReadAllText(repository.CostChart) == CostChart.Draw(ours, linux),
            "draw it anew: ./build.sh bench --record");
    }
}
