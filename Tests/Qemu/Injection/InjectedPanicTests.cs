using System.Linq;
using Machines;
using QemuTests.Crashes;
using QemuTests.Debugging;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Injection;

/// <summary>What the kernel says of NMI and #MC, wherever they come: a panic with that place's registers.</summary>
public sealed class InjectedPanicTests
{
    private static readonly string[] s_names = ["RAX", "RBX", "RCX", "RDX", "RSI", "RDI", "RBP", "RSP", "R8", "R9",
        "R10", "R11", "R12", "R13", "R14", "R15", "RIP"];

    public static TheoryData<string, int> Places => new()
    {
        // GS is the kernel's, and the stack is the program's.
        { "system_call_entry", 1 },
        { "system_call_entry", 6 },
        { "trap_page_fault", 0 },
        { "trap_page_fault", 10 },
        { "trap_timer", 20 },
        { "trap_common", 0 },
        // The program's registers, in ring 0 still.
        { "clean_for_nothing", 19 },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void AnNmiIsReported(string label, int instruction) =>
        Check(InjectedTrap.NonMaskable, label, instruction, "non-maskable interrupt: the hardware reports a failure");

    [Theory]
    [MemberData(nameof(Places))]
    public void AMachineCheckIsReported(string label, int instruction) => Check(
        InjectedTrap.MachineCheck, label, instruction, "machine check (#MC): the processor reports a hardware error");

    [Theory]
    [InlineData((int)InjectedTrap.NonMaskable)]
    [InlineData((int)InjectedTrap.MachineCheck)]
    public void InRingThreeToo(int vector)
    {
        using DebuggedMachine machine = At("system_call_entry", 0);
        machine.Stub.Stop(machine.Stub.Registers[ProcessorRegisters.RcxNumber]);
        Assert.True(machine.Stub.Continue());
        Assert.Equal(3u, machine.Stub.Registers.CodeSegment & 3);
        Check(machine, (InjectedTrap)vector);
    }

    private static void Check(InjectedTrap trap, string label, int instruction, string words)
    {
        using DebuggedMachine machine = At(label, instruction);
        Assert.Equal($"{CrashReport.Start}{words}", Check(machine, trap).Lines[0]);
    }

    private static CrashReport Check(DebuggedMachine machine, InjectedTrap trap)
    {
        ProcessorRegisters registers = machine.Stub.Registers;
        machine.Raise(trap);
        Assert.False(machine.Stub.Continue(), "the machine goes on");
        CrashReport report = CrashReport.In(machine.End());
        Assert.Equal(GuestVerdict.Failed, report.Verdict);
        Assert.Equal($"vector {(int)trap}, error code 0x0", report.Lines[1]);
        Assert.Equal(
            s_names.Select((name, number) => $"{name} {registers[number]:x}"),
            s_names.Select(name => $"{name} {report.Register(name):x}"));
        Assert.Equal(registers.CodeSegment, report.Register("CS"));
        Assert.Equal(registers.Flags, report.Register("RFLAGS"));
        Assert.Equal("The machine is stopped.", report.Lines[^1]);
        return report;
    }

    // Stopped where it first comes to an instruction, counted from a label.
    private static DebuggedMachine At(string label, int instruction)
    {
        ulong start = LinkedSymbols.Kernel.AddressOf(label);
        ulong address = EntryCode.All.Where(each => each.IP >= start).ElementAt(instruction).IP;
        var machine = new DebuggedMachine("usertests,registers", "max");
        machine.Stub.Stop(address);
        Assert.True(machine.Stub.Continue(), $"{label} is not come to");
        machine.Stub.StopNoMore(address);
        return machine;
    }
}
