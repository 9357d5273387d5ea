using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kernel.Abi;

namespace UserPrograms;

/// <summary>The system calls (docs/system-calls.md). Each says why it was refused, if it was.</summary>
public static unsafe partial class Call
{
    /// <summary>Does nothing: what a call costs.</summary>
    public static CallError Nothing() => ErrorOf(CallNothing());

    /// <summary>Writes UTF-8 text to the kernel's console, up to 4096 bytes.</summary>
    public static CallError Print(ReadOnlySpan<byte> text)
    {
        var registers = new Registers { First = AddressOf(text), Second = (ulong)text.Length };
        return Do(SystemCall.Print, ref registers);
    }

    /// <summary>One of the kernel's counters.</summary>
    public static ulong Count(Counter counter)
    {
        var registers = new Registers { First = (ulong)counter };
        _ = Do(SystemCall.Count, ref registers);
        return registers.First;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static CallError Do(SystemCall call, ref Registers registers)
    {
        CallKernel((ulong)call, ref registers);
        return ErrorOf((long)registers.First);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static CallError ErrorOf(long result) => result < 0 ? (CallError)(-result) : CallError.None;

    // Nothing moves objects: there is no collector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong AddressOf(ReadOnlySpan<byte> bytes) =>
        (ulong)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes));

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("call_nothing")]
    private static extern long CallNothing();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("call_kernel")]
    private static extern void CallKernel(ulong number, ref Registers registers);
}
