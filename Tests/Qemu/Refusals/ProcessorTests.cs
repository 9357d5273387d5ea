using System;
using System.Linq;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Refusals;

public sealed class ProcessorTests
{
    private const string NoLongMode = "This processor has no long mode: the kernel needs a 64-bit x86 processor.";
    private const string NoExecute = "This processor lacks NX";

    [Theory]
    [InlineData("qemu32")]
    [InlineData("qemu64,-lm")]
    public void WithoutLongModeTheKernelSaysSoOnceOnSerialPortAndScreenAndStops(string processor)
    {
        using RunningMachine machine = RunningMachine.Start(Machine.Direct with { Processor = processor });
        machine.Expect(NoLongMode, Patience.Moment);
        Assert.Null(machine.WaitForExit(Patience.Quiet));
        Assert.Equal([NoLongMode], machine.PlainLines());
        Assert.Contains(NoLongMode, VgaText.WaitFor(machine, NoLongMode, Patience.Moment));
        Assert.Contains("HLT=1", machine.Ask("info registers"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qemu32")]
    [InlineData("qemu64,-lm")]
    public void WithoutLongModeGrubSaysSoOnceOnTheScreenAndStops(string processor)
    {
        MachineSpec spec = Machine.Bios with { Processor = processor };
        using RunningMachine machine = RunningMachine.Start(spec);
        string[] screen = VgaText.WaitFor(machine, NoLongMode, Patience.Boot(spec));
        Assert.True(screen.Count(static row => row == NoLongMode) == 1, string.Join('\n', screen));
        Assert.Null(machine.WaitForExit(Patience.Quiet));
        Assert.Equal(screen, VgaText.Read(machine));
    }

    [Theory]
    [InlineData(Firmware.Direct)]
    [InlineData(Firmware.Bios)]
    public void WithoutNoExecuteTheKernelSaysSoInOneLineAndFails(Firmware firmware)
    {
        MachineSpec spec = firmware == Firmware.Direct ? Machine.Direct : Machine.Bios;
        BootRun run = BootRun.Of(spec with { Processor = "qemu64,-nx" });
        Assert.Equal(GuestVerdict.Failed, run.Verdict);
        Assert.StartsWith(NoExecute, Assert.Single(run.Lines), StringComparison.Ordinal);
    }
}
