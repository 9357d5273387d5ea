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
        var images = new BenchImages(Tree.MeasuringKernel, Tree.Kernel, Tree.Programs, Tree.Iso);
        var repository = new Repository(Tree.Root);
        var guests = BenchMachine.MeasureAll(images, lines);
        int code = BenchVerb.Tell(
            Scores.Of(BarList.Read(repository.Bars), guests), RecordList.Read(repository.RecordedFigures), lines, lines);
        Assert.True(code == 0, lines.ToString());
        string again = BenchMachine.Processors[^1];
        Assert.Equal(guests[again], BenchMachine.Measure(images, lines, again));
    }

    [Fact]
    public void WhereTheCounterCountsTimeNothingIsMeasured()
    {
        BootRun run = BootRun.Of(Machine.Direct with { Image = Tree.MeasuringKernel });
        Assert.Equal(GuestVerdict.Failed, run.Verdict);
        Assert.Contains("the time-stamp counter does not count instructions", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("figure ", run.Text, StringComparison.Ordinal);
    }
}
