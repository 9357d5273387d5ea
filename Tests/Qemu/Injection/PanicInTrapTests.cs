using System.Linq;
using Machines;
using QemuTests.Crashes;
using QemuTests.Debugging;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Injection;

/// <summary>A panic while the kernel deals with a program's trap: its trace goes through that trap.</summary>
public sealed class PanicInTrapTests
{
    [Fact]
    public void TheTraceEndsWhereTheProgramTrapped()
    {
        using var machine = new DebuggedMachine("crash", "max");
        GdbStub stub = machine.Stub;
        ulong report = LinkedSymbols.Kernel.AddressOf("Kernel_Kernel_Traps_EndReport__Write");
        stub.Stop(report);
        Assert.True(stub.Continue(), "no program traps");
        ulong trapped = PushedFrame.Read(stub, stub.Registers[ProcessorRegisters.RsiNumber])[ProcessorRegisters.RipNumber];
        stub.Write(ProcessorRegisters.RipNumber, LinkedSymbols.Kernel.AddressOf("cpu_raise_panic"));
        Assert.False(stub.Continue(), "the machine goes on");
        BootRun run = machine.End();
        TraceLine[] trace = TraceLine.ReadAll(run.Lines);
        Assert.Equal(GuestVerdict.Failed, run.Verdict);
        Assert.Equal(
            ["cpu_raise_panic", "Kernel.Metal.TaskEntry.OnUserTrap", "trap_common", ""],
            trace.Select(static line => line.Method));
        Assert.Equal(trapped, trace[^1].Address);
    }
}
