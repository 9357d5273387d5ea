using System;
using System.Collections.Generic;
using System.Linq;
using Iced.Intel;
using QemuTests.Debugging;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Injection;

/// <summary>
/// Stops a machine the first time it comes to each of some instructions of the kernel, and raises there what no flag
/// holds off. The kernel's answer is a panic; at its first instruction the machine is taken back, by an IRET with the
/// frame that would have been reported, so that the run goes on with what the frame holds, and nothing else.
/// </summary>
internal sealed class Injector(DebuggedMachine machine, IEnumerable<Instruction> instructions)
{
    private const uint TrapFlag = 1 << 8;

    private static readonly ulong s_panic = LinkedSymbols.Kernel.AddressOf("OnTrap");
    private static readonly ulong s_return = LinkedSymbols.Kernel.AddressOf("trap_spurious");

    private readonly GdbStub _stub = machine.Stub;
    private readonly Dictionary<ulong, Instruction> _pending =
        instructions.ToDictionary(static each => each.IP);

    /// <summary>How many traps of each kind were raised.</summary>
    public Dictionary<InjectedTrap, int> Raised { get; } =
        Enum.GetValues<InjectedTrap>().ToDictionary(static trap => trap, static _ => 0);

    /// <summary>The instructions that the machine has not come to.</summary>
    public IEnumerable<Instruction> Missed => _pending.Values;

    /// <summary>Runs the machine to its end.</summary>
    public void Run()
    {
        foreach (ulong address in _pending.Keys)
        {
            _stub.Stop(address);
        }

        while (_stub.Continue())
        {
            ProcessorRegisters registers = _stub.Registers;
            Assert.True(
                _pending.TryGetValue(registers.Rip, out Instruction instruction),
                $"stopped at {EntryCode.NameOf(registers.Rip)}");
            Visit(instruction, registers);
        }
    }

    private void Visit(Instruction instruction, ProcessorRegisters registers)
    {
        RaiseBefore(InjectedTrap.NonMaskable, registers);
        // Where that stack is in use already, a machine check takes it: it does not mean to go back.
        bool isFree = !TrapStacks.IsOn(InjectedTrap.MachineCheck, registers.Rsp);
        if (isFree)
        {
            RaiseBefore(InjectedTrap.MachineCheck, registers);
        }

        _stub.StopNoMore(instruction.IP);
        _pending.Remove(instruction.IP);
        // These two take the flags of ring 3.
        if (isFree && instruction.Mnemonic is not (Mnemonic.Iretq or Mnemonic.Sysretq))
        {
            RaiseBehind(registers);
        }
    }

    private void RaiseBefore(InjectedTrap trap, ProcessorRegisters before)
    {
        machine.Raise(trap);
        ProcessorRegisters now = RunToPanic(trap, before.Rip, out PushedFrame frame);
        Assert.True(
            frame.Holds(before) && now.BeyondSegments.SequenceEqual(before.BeyondSegments),
            $"{trap} at {EntryCode.NameOf(before.Rip)}: other registers reach the panic");
        Return(frame, now);
        RunTo(before.Rip);
        Assert.True(
            _stub.Registers.Bytes.AsSpan().SequenceEqual(before.Bytes),
            $"{trap} at {EntryCode.NameOf(before.Rip)}: other registers afterwards");
    }

    private void RaiseBehind(ProcessorRegisters before)
    {
        _stub.WriteFlags(before.Flags | TrapFlag);
        ProcessorRegisters now = RunToPanic(InjectedTrap.Debug, before.Rip, out PushedFrame frame);
        _stub.WriteMemory(frame.FlagsAddress, frame.Flags & ~(ulong)TrapFlag);
        Return(frame, now);
    }

    private ProcessorRegisters RunToPanic(InjectedTrap trap, ulong address, out PushedFrame frame)
    {
        _stub.Stop(s_panic);
        RunTo(s_panic);
        _stub.StopNoMore(s_panic);
        ProcessorRegisters now = _stub.Registers;
        frame = PushedFrame.Read(_stub, now.Rdi);
        string words = $"{trap} at {EntryCode.NameOf(address)}";
        Assert.True(frame.Vector == (ulong)trap, $"{words}: vector {frame.Vector}");
        Assert.True(frame.End == TrapStacks.TopOf(trap), $"{words}: the frame is at {frame.Address:x}");
        Raised[trap]++;
        return now;
    }

    // Instructions on the injected trap's own way may be pending too, or be visited now.
    private void RunTo(ulong address)
    {
        var passed = new List<ulong>();
        while (true)
        {
            Assert.True(_stub.Continue(), $"the machine ended on its way to {EntryCode.NameOf(address)}");
            ulong here = _stub.Registers.Rip;
            if (here == address)
            {
                break;
            }

            Assert.True(_pending.ContainsKey(here), $"stopped at {EntryCode.NameOf(here)}");
            _stub.StopNoMore(here);
            passed.Add(here);
        }

        passed.ForEach(_stub.Stop);
    }

    private void Return(PushedFrame frame, ProcessorRegisters now)
    {
        for (int number = 0; number < ProcessorRegisters.RipNumber; number++)
        {
            if (now[number] != frame[number])
            {
                _stub.Write(number, frame[number]);
            }
        }

        _stub.Write(ProcessorRegisters.RspNumber, frame.ReturnAddress);
        _stub.Write(ProcessorRegisters.RipNumber, s_return);
    }
}
