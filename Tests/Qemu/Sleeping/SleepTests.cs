using System;
using System.Linq;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Sleeping;

/// <summary>The program <c>clock</c> sleeps, and nobody else runs: the processor has to halt, and to wake.</summary>
public sealed class SleepTests
{
    private const int Looks = 20;

    [Theory]
    [InlineData("max", "timer: local APIC, ")]
    [InlineData("qemu64,-apic", "timer: 8254, ")]
    public void TheProcessorHaltsWhileAllSleep(string processor, string timer)
    {
        MachineSpec spec = Machine.Direct.Staying().With("init=clock,1,3600000") with
        {
            Archive = Tree.Programs,
            Processor = processor,
        };
        using RunningMachine machine = RunningMachine.Start(spec);
        machine.Expect(GuestExtensions.Ready, Patience.Boot(spec));
        Assert.Contains(machine.PlainLines(), line => line.Contains(timer, StringComparison.Ordinal));
        Polling.Until(() => IsHalted(machine), static isHalted => isHalted, Patience.Moment);

        // It wakes for each tick, and may be seen then.
        int halted = Enumerable.Range(0, Looks).Count(_ => IsHalted(machine));
        Assert.InRange(halted, (Looks / 2) + 1, Looks);
    }

    [Fact]
    public void WhereAllTasksWaitForEachOtherTheKernelSaysSoAndEnds()
    {
        BootRun run = BootRun.Of(Machine.Direct.With("init=echo") with { Archive = Tree.Programs });
        Assert.EndsWith("all 1 tasks wait: nothing can happen any more", run.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(GuestVerdict.Failed, run.Verdict);
    }

    // As instructions they would take the emulator many times its patience.
    [Fact]
    public void MinutesAsleepAreNoMinutesOfInstructions()
    {
        BootRun run = BootRun.Of(Clock("60,5000") with { Clock = Machines.Clock.Instructions });
        Assert.Contains("clock: 60 steps of 5000 ms, none too short", run.Lines);
        run.ExpectPassed();
    }

    [Theory]
    [InlineData("max")]
    [InlineData("qemu64,-apic")]
    [InlineData("max", "-machine", "pit=off")]
    public void StepsAreNotTooShortWhateverTicks(string processor, params string[] more)
    {
        BootRun run = BootRun.Of(Clock("5,30") with { Processor = processor, MoreArguments = more });
        Assert.Contains("clock: 5 steps of 30 ms, none too short", run.Lines);
        run.ExpectPassed();
    }

    [Fact]
    public void WhereTheTimerOfTheLocalApicStandsStillTheIntervalTimerTicks()
    {
        BootRun run = BootRun.Of(Clock("5,30").With("test=stuck-timer") with { Image = Tree.RingThreeKernel });
        string[] timers = [.. run.Lines.Where(static line => line.Contains("timer: ", StringComparison.Ordinal))];
        Assert.Equal(2, timers.Length);
        Assert.Contains("timer: local APIC, ", timers[0], StringComparison.Ordinal);
        Assert.Contains("timer: 8254, 1 MHz, a tick every 10 ms", timers[1], StringComparison.Ordinal);
        Assert.Contains("clock: 5 steps of 30 ms, none too short", run.Lines);
        run.ExpectPassed();
    }

    private static MachineSpec Clock(string arguments) =>
        Machine.Direct.With($"init=clock,{arguments}") with { Archive = Tree.Programs };

    private static bool IsHalted(RunningMachine machine) =>
        machine.Ask("info registers").Contains("HLT=1", StringComparison.Ordinal);
}
