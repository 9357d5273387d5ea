using System;
using System.IO;
using System.Linq;
using Verbs.Measuring;
using Xunit;

namespace Verbs.Tests;

/// <summary>The machines that figures are measured on, and hosts that are too small for them.</summary>
public sealed class BenchGuestTests
{
    [Theory]
    [InlineData(127, "")]
    [InlineData(128, "most calls pages messages")]
    [InlineData(511, "most calls pages messages")]
    [InlineData(512, "most fork-256MiB calls pages messages")]
    [InlineData(640, "most fork-256MiB calls pages messages forks")]
    [InlineData(3327, "most fork-256MiB calls pages messages forks")]
    [InlineData(3328, "most fork-256MiB calls pages messages forks tasks")]
    [InlineData(5119, "most fork-256MiB calls pages messages forks tasks")]
    [InlineData(5120, "most fork-256MiB fork-4GiB calls pages messages forks tasks")]
    public void AMachineRunsWhereItsMemoryIsFree(long mebibytes, string figures) =>
        Assert.Equal(figures, Fit(mebibytes).Figures);

    [Fact]
    public void WhatIsNotMeasuredIsToldWithWhatToDo() => Assert.Equal(
        "error: fork-4GiB wants a machine of 5120M, and 4000M are free here: "
        + "end other programs, or measure on a host with more memory\n",
        Fit(4000).Errors);

    [Fact]
    public void WhereAllIsMeasuredNothingIsSaid() => Assert.Empty(Fit(long.MaxValue).Errors);

    [Fact]
    public void TheGuestIsAskedForTheFigureOfAMachineOfItsOwn() => Assert.Equal(
        ["debug-exit", "debug-exit test=fork-256MiB", "debug-exit test=fork-4GiB", "debug-exit init=bench,calls"],
        BenchGuest.All.Take(4).Select(static guest => guest.KernelArguments));

    [Fact]
    public void ThisHostHasMemoryAndNotMoreThanThereIs() => Assert.InRange(
        HostMemory.FreeMebibytes(), 1, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20);

    private static (string Figures, string Errors) Fit(long mebibytes)
    {
        var errors = new StringWriter { NewLine = "\n" };
        string figures = string.Join(
            ' ', BenchGuest.Fitting(mebibytes, errors).Select(static guest => guest.Figure ?? "most"));
        return (figures, errors.ToString());
    }
}
