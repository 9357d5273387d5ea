using System;
using Kernel.Console;
using Kernel.Diagnostics;
using Kernel.Memory;
using Kernel.Text;
using Kernel.Units;

namespace Kernel.Traps;

/// <summary>What a panic shows: what happened, in words; the registers; and the way that led there.</summary>
public static class PanicReport
{
    /// <summary>
    /// Writes the whole report. <paramref name="message"/> is the kernel's own reason, empty for an exception;
    /// <paramref name="guards"/> tells where stacks end.
    /// </summary>
    public static void Write<TMemory>(
        in TrapFrame frame,
        in ControlRegisters control,
        ReadOnlySpan<byte> message,
        in StackGuards guards,
        SymbolTable symbols,
        TMemory stack)
        where TMemory : struct, IStackMemory
    {
        Log.Panic($"");
        WriteCause(frame, control, message, guards);
        WriteRegisters(frame, control);
        WriteTrace(frame, symbols, stack);
    }

    private static void WriteCause(
        in TrapFrame frame, in ControlRegisters control, ReadOnlySpan<byte> message, in StackGuards guards)
    {
        var vector = (TrapVector)frame.Vector;
        if (vector == TrapVector.KernelPanic)
        {
            Log.Panic($"KERNEL PANIC: {message}");
        }
        else if (vector == TrapVector.DoubleFault
            && guards.TryFind(new VirtAddr(control.Cr2), out ReadOnlySpan<byte> name))
        {
            Log.Panic(
                $"KERNEL PANIC: stack overflow: the {name} stack ran into its guard page at {new VirtAddr(control.Cr2)}");
        }
        else if (vector == TrapVector.PageFault)
        {
            WritePageFault(new PageFaultCode(frame.ErrorCode), new VirtAddr(control.Cr2));
        }
        else
        {
            Log.Panic($"KERNEL PANIC: {TrapNames.Describe(vector)}");
            Log.Panic($"  vector {frame.Vector}, error code 0x{frame.ErrorCode:x}");
        }
    }

    private static void WritePageFault(PageFaultCode code, VirtAddr address)
    {
        ReadOnlySpan<byte> hint = address < new VirtAddr(4096) ? ", a null reference"u8 : default;
        Log.Panic($"KERNEL PANIC: page fault (#PF): the kernel tried to {code.Access} {code.Cause}, at {address}{hint}");
        PanicSpace space = default;
        var bits = new TextBuffer(space);
        code.AppendBits(ref bits);
        Log.Panic($"  error code 0x{code.Bits:x}: {bits.Text}");
    }

    private static void WriteRegisters(in TrapFrame frame, in ControlRegisters control)
    {
        Log.Panic(
            $"  RIP {frame.Rip:x16}  RSP {frame.Rsp:x16}  RFLAGS {frame.Rflags:x}  CS {frame.Cs:x}  SS {frame.Ss:x}");
        Log.Panic($"  RAX {frame.Rax:x16}  RBX {frame.Rbx:x16}  RCX {frame.Rcx:x16}  RDX {frame.Rdx:x16}");
        Log.Panic($"  RSI {frame.Rsi:x16}  RDI {frame.Rdi:x16}  RBP {frame.Rbp:x16}  R8  {frame.R8:x16}");
        Log.Panic($"  R9  {frame.R9:x16}  R10 {frame.R10:x16}  R11 {frame.R11:x16}  R12 {frame.R12:x16}");
        Log.Panic($"  R13 {frame.R13:x16}  R14 {frame.R14:x16}  R15 {frame.R15:x16}");
        Log.Panic(
            $"  CR0 {control.Cr0:x}  CR2 {control.Cr2:x}  CR3 {control.Cr3:x}  CR4 {control.Cr4:x}  "
            + $"EFER {control.Efer:x}");
    }

    private static void WriteTrace<TMemory>(in TrapFrame frame, SymbolTable symbols, TMemory stack)
        where TMemory : struct, IStackMemory
    {
        Log.Panic($"Stack trace:");
        ulong? top = stack.TryRead(new VirtAddr(frame.Rsp), out ulong word) ? word : null;
        StackFrame first = Trace.Begin(in frame, symbols, top);
        var trace = new StackTrace<TMemory>(symbols, first, TrapFrame.Shape, stack);
        PanicSpace space = default;
        while (trace.MoveNext(out StackFrame at))
        {
            var text = new TextBuffer(space);
            Trace.Describe(ref text, symbols, in at);
            Log.Panic($"{text.Text}");
        }
    }
}
