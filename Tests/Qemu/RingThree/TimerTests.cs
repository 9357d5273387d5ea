using System;
using System.Linq;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.RingThree;

/// <summary>The timer makes tasks share a processor that none of them gives up, and they do not notice.</summary>
public sealed class TimerTests
{
    private const string Ended = "the first program has ended";
    private const string Apic = "timer: local APIC, ";
    private const string Period = "a tick every 10 ms";

    [Theory]
    [InlineData("max", Clock.HostTime)]
    [InlineData("max", Clock.Instructions)]
    [InlineData("max,-avx", Clock.HostTime)]
    [InlineData("qemu64", Clock.HostTime)]
    [InlineData("qemu64,+xsave,+xsaveopt", Clock.HostTime)]
    public void TasksTakeTurnsByTheLocalApic(string processor, Clock clock)
    {
        BootRun run = Turns(Machine.Direct with { Processor = processor, Clock = clock });
        string line = Assert.Single(run.Lines, static line => line.Contains(Apic, StringComparison.Ordinal));
        Assert.EndsWith(Period, line, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereNoLocalApicIsTheyDoByTheIntervalTimer()
    {
        BootRun run = Turns(Machine.Direct with { Processor = "qemu64,-apic" });
        string line = Assert.Single(run.Lines, static line => line.Contains("timer: 8254, 1 MHz, ", StringComparison.Ordinal));
        Assert.EndsWith(Period, line, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereNothingTellsARateTheyDoAllTheSame()
    {
        BootRun run = Turns(Machine.Direct with { MoreArguments = ["-machine", "pit=off"] });
        Assert.Single(run.Lines, static line => line.Contains($"{Apic}0 MHz, a tick now and then", StringComparison.Ordinal));
    }

    [Fact]
    public void WhereInstructionsAreCountedTheRateIsExact()
    {
        BootRun run = Turns(Machine.Direct with { Clock = Clock.Instructions });
        Assert.Contains(run.Lines, static line => line.Contains($"{Apic}1000 MHz, ", StringComparison.Ordinal));
    }

    // The first one has a local APIC with an x2APIC mode, which the image switches on; both end with the archive's program.
    [Theory]
    [InlineData("corei7_skylake_x", true)]
    [InlineData("athlon64_clawhammer", false)]
    public void TasksTakeTurnsInBochs(string processor, bool hasX2)
    {
        using BochsMachine machine =
            BochsMachine.Start(new BochsSpec { Image = Tree.RingThreeIso, Processor = processor });
        machine.Expect(Ended, Patience.Bochs);
        Assert.Equal(hasX2, machine.PlainLines().Contains("x2apic ticks"));
        string timer = Assert.Single(machine.PlainLines(), static line => line.Contains(Apic, StringComparison.Ordinal));
        int megahertz = int.Parse(timer.Split(Apic)[1].Split(' ')[0]);
        Assert.InRange(megahertz, BochsSpec.InstructionsPerMicrosecond / 2, BochsSpec.InstructionsPerMicrosecond * 2);
        Assert.EndsWith(Ended, machine.PlainLines()[^1], StringComparison.Ordinal);
    }

    private static BootRun Turns(MachineSpec spec)
    {
        BootRun run = BootRun.Of(spec with { Archive = Tree.Turns });
        run.ExpectPassed();
        Assert.EndsWith(Ended, run.Lines[^1], StringComparison.Ordinal);
        return run;
    }
}
