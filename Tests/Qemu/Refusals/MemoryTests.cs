using System;
using Machines;
using QemuTests.Matrix;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Refusals;

public sealed class MemoryTests
{
    [Fact]
    public void WithTooLittleMemoryTheKernelSaysSoInOneLineAndFails()
    {
        BootRun run = BootRun.Of(Machine.Direct with { Memory = SmallestMemory.TooLittleForTheKernel });
        Assert.Equal(GuestVerdict.Failed, run.Verdict);
        Assert.Matches(
            @"^This machine has [0-9.]+ MiB of usable memory: the kernel needs 2 MiB\.$", Assert.Single(run.Lines));
    }

    [Fact]
    public void WithTooLittleMemoryForItselfGrubForTheBiosSaysSo()
    {
        MachineSpec spec = Machine.Bios with { Memory = SmallestMemory.TooLittleForBiosGrub };
        using RunningMachine machine = RunningMachine.Start(spec);
        string[] screen = VgaText.WaitFor(machine, "out of memory", Patience.Boot(spec));
        Assert.Contains("out of memory", screen);
        Assert.Null(machine.WaitForExit(Patience.Quiet));
    }

    [Fact]
    public void WithTooLittleMemoryForItselfGrubForUefiLoadsNoKernelAndSaysSo()
    {
        MachineSpec spec = Machine.Uefi with { Memory = SmallestMemory.TooLittleForUefiGrub };
        using RunningMachine machine = RunningMachine.Start(spec);
        machine.Expect("error: you need to load the kernel first.", Patience.Boot(spec));
        Assert.DoesNotContain(
            machine.PlainLines(), static line => line.Contains("microkernel", StringComparison.Ordinal));
        Assert.Null(machine.WaitForExit(Patience.Quiet));
    }
}
