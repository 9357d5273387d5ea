using System;
using System.IO;
using Machines;
using QemuTests.Support;
using Verbs;
using Verbs.Measuring;
using Xunit;

namespace QemuTests.Figures;

public sealed class BarTests
{
    [Fact]
    public void TheKernelMeetsEveryBarIsNoWorseThanRecordedAndCostsTheSameEachTime()
    {
        var lines = new StringWriter();
        Scores scores = Measure(lines);
        int code = BenchVerb.Tell(
            scores, RecordList.Read(new Repository(Tree.Root).RecordedFigures), lines, lines);
        Assert.True(code == 0, lines.ToString());
        Assert.Equal(FigureJson.Write(scores), FigureJson.Write(Measure(lines)));
    }

    [Fact]
    public void WhereTheCounterCountsTimeNothingIsMeasured()
    {
        BootRun run = BootRun.Of(Machine.Direct with { Image = Tree.MeasuringKernel });
        Assert.Equal(GuestVerdict.Failed, run.Verdict);
        Assert.Contains("the time-stamp counter does not count instructions", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("figure ", run.Text, StringComparison.Ordinal);
    }

    private static Scores Measure(TextWriter errors) => Scores.Of(
        BarList.Read(new Repository(Tree.Root).Bars), BenchMachine.MeasureAll(
            new BenchImages(Tree.MeasuringKernel, Tree.Kernel, Tree.Programs, Tree.Iso), errors));
}
