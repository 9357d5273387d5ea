using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Machines;
using QemuTests.Support;
using Verbs;
using Verbs.Measuring;
using Xunit;

namespace QemuTests.Figures;

public sealed class BarTests
{
    // Those of more take as long as all others together, and do the same.
    private const long MostMebibytes = 1024;

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
        AssertTheSameAgain(guests[BenchMachine.Processors[^1]], images, BenchMachine.Processors[^1]);
    }

    [Fact]
    public void WhereTheCounterCountsTimeNothingIsMeasured()
    {
        BootRun run = BootRun.Of(Machine.Direct with { Image = Tree.MeasuringKernel });
        Assert.Equal(GuestVerdict.Failed, run.Verdict);
        Assert.Contains("the time-stamp counter does not count instructions", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("figure ", run.Text, StringComparison.Ordinal);
    }

    private static void AssertTheSameAgain(
        IReadOnlyDictionary<string, Measurement> first, BenchImages images, string processor)
    {
        BenchGuest[] guests = [.. BenchGuest.All.Where(static guest => guest.Memory.Mebibytes <= MostMebibytes)];
        IReadOnlyDictionary<string, Measurement> second =
            BenchMachine.Measure(guests, images, BenchHost.Counting(processor));
        Assert.True(second.Count > first.Count / 2);
        Assert.All(second, figure => Assert.Equal(first[figure.Key], figure.Value));
    }
}
