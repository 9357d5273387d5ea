using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Figures;

[Collection(Alone.Name)]
public sealed partial class FigureTests
{
    private const long MostInstructionsToReady = 3_000_000;
    private static readonly TimeSpan s_longestToBanner = TimeSpan.FromSeconds(1);

    [Fact]
    public void StartedByQemuTheKernelIsReadyWithinItsInstructionsEveryTimeTheSame() =>
        CheckInstructions(Machine.Direct);

    [Fact]
    public void StartedByTheBiosWithAFramebufferTheKernelIsReadyWithinItsInstructionsEveryTimeTheSame() =>
        CheckInstructions(Machine.Bios);

    [Fact]
    public void FromResetToTheBannerTakesLessThanASecond()
    {
        TimeSpan best = Enumerable.Range(0, 3).Min(static _ => TimeToBanner());
        Assert.True(best < s_longestToBanner, $"the best of three took {best.TotalSeconds:0.00} s");
    }

    private static void CheckInstructions(MachineSpec spec)
    {
        long first = InstructionsToReady(spec);
        Assert.InRange(first, 1, MostInstructionsToReady - 1);
        Assert.Equal(first, InstructionsToReady(spec));
    }

    private static long InstructionsToReady(MachineSpec spec)
    {
        BootRun run = BootRun.Of(spec with { Clock = Clock.Instructions });
        Assert.Equal(GuestVerdict.Passed, run.Verdict);
        string line = Assert.Single(run.Lines, static line => ReadyLine().IsMatch(line));
        Match ready = ReadyLine().Match(line);
        return long.Parse(ready.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    // QEMU's own start is in it.
    private static TimeSpan TimeToBanner()
    {
        var watch = Stopwatch.StartNew();
        using RunningMachine machine = RunningMachine.Start(Machine.Direct);
        machine.Expect("message-passing microkernel", Patience.Boot(Machine.Direct));
        return watch.Elapsed;
    }

    [GeneratedRegex(@"ready after ([0-9,]+) instructions$")]
    private static partial Regex ReadyLine();
}
