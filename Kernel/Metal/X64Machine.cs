using System;
using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Metal;

/// <summary>The real machine.</summary>
internal readonly struct X64Machine : IMachine
{
    /// <inheritdoc/>
    public static ulong TimeStamp
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Cpu.ReadTimeStamp();
    }

    /// <inheritdoc/>
    public static unsafe Span<byte> ScreenMemory =>
        new((void*)State.Screen.Start.Value, State.Screen.Length);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte ReadPort(ushort port) => Cpu.In(port);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WritePort(ushort port, byte value) => Cpu.Out(port, value);

    /// <inheritdoc/>
    public static unsafe bool TryReadPhysical(PhysAddr start, int length, out ReadOnlySpan<byte> bytes)
    {
        bool isReachable = length >= 0
            && start <= KernelTables.ReachableEnd
            && (ulong)length <= (KernelTables.ReachableEnd - start).Value;
        bytes = isReachable ? new ReadOnlySpan<byte>((void*)KernelLayout.InDirectMap(start).Value, length) : default;
        return isReachable;
    }

    /// <inheritdoc/>
    public static unsafe CpuIdResult CpuId(uint leaf, uint subleaf)
    {
        uint* result = stackalloc uint[4];
        Cpu.CpuId(leaf, subleaf, result);
        return new CpuIdResult(result[0], result[1], result[2], result[3]);
    }

    /// <inheritdoc/>
    public static unsafe Span<ulong> PageTable(PhysAddr frame) => new((void*)KernelLayout.InDirectMap(frame).Value, 512);
}
