using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kernel;

/// <summary>Every way to break the kernel that its panic must describe.</summary>
internal static unsafe class Crashes
{
    private static ulong s_data;

    private static ReadOnlySpan<byte> Constants => [1, 2, 3, 4];

    /// <summary>Breaks the kernel in the way of this name; comes back where there is none.</summary>
    internal static void Run(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("null-read"u8))
        {
            s_data = ReadNull((ulong*)8);
        }
        else if (name.SequenceEqual("write-rodata"u8))
        {
            WriteConstant(Constants);
        }
        else if (name.SequenceEqual("write-text"u8))
        {
            WriteText();
        }
        else if (name.SequenceEqual("execute-data"u8))
        {
            ExecuteData();
        }
        else if (name.SequenceEqual("stack-overflow"u8))
        {
            s_data = Overflow(1);
        }
        else if (name.SequenceEqual("deep-null-read"u8))
        {
            s_data = Descend(100);
        }
        else if (name.SequenceEqual("divide-by-zero"u8))
        {
            s_data = (ulong)Divide(1, (int)s_data);
        }
        else if (name.SequenceEqual("index-out-of-range"u8))
        {
            s_data = Pick(Constants, 4);
        }
        else
        {
            RunAssembly(name);
        }
    }

    private static void RunAssembly(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("invalid-opcode"u8))
        {
            InvalidOpcode();
        }
        else if (name.SequenceEqual("double-fault"u8))
        {
            DoubleFault();
        }
        else if (name.SequenceEqual("interrupt"u8))
        {
            Interrupt();
        }
        else if (name.SequenceEqual("non-maskable"u8))
        {
            NonMaskable();
        }
        else if (name.SequenceEqual("machine-check"u8))
        {
            MachineCheck();
        }
        else if (name.SequenceEqual("general-protection"u8))
        {
            GeneralProtection();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong ReadNull(ulong* address) => *address;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteConstant(ReadOnlySpan<byte> constants) =>
        Unsafe.AsRef(in MemoryMarshal.GetReference(constants)) = 5;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteText() => *(byte*)Metal.KernelImage.Current.TextStart = 0xC3;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ExecuteData()
    {
        s_data = 0xC3;
        ((delegate*<void>)Unsafe.AsPointer(ref s_data))();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Overflow(ulong depth) => Overflow(depth + 1) + depth;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Descend(int depth) => depth == 0 ? *(ulong*)8 : Descend(depth - 1) + s_data;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Divide(int dividend, int divisor) => dividend / divisor;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static byte Pick(ReadOnlySpan<byte> constants, int index) => constants[index];

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("crash_invalid_opcode")]
    private static extern void InvalidOpcode();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("crash_double_fault")]
    private static extern void DoubleFault();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("crash_interrupt")]
    private static extern void Interrupt();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("crash_non_maskable")]
    private static extern void NonMaskable();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("crash_machine_check")]
    private static extern void MachineCheck();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("crash_general_protection")]
    private static extern void GeneralProtection();
}
