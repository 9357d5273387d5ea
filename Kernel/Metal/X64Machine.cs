using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Metal;

/// <summary>The real machine.</summary>
internal readonly struct X64Machine : IMachine
{
    private const int PageBytesLength = 1 << Frame.Shift;

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

    /// <inheritdoc/>
    public static Geometry Geometry
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Geometry.FourLevel;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ulong ReadEntry(Frame table, int index) =>
        ((ulong*)KernelLayout.InDirectMap(table.Address).Value)[index];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void WriteEntry(Frame table, int index, ulong bits) =>
        ((ulong*)KernelLayout.InDirectMap(table.Address).Value)[index] = bits;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void InvalidatePage(VirtAddr address) => Cpu.InvalidatePage(address.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteRoot(ulong value) => Cpu.WriteCr3(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ref FrameRecord Record(Frame frame) =>
        ref ((FrameRecord*)KernelLayout.FrameRecords.Value)[frame.Number];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ClearPage(Frame frame) => PageContents.Clear(KernelLayout.InDirectMap(frame.Address).Value);

    /// <inheritdoc/>
    public static void FillPage(Frame frame, ulong pattern) =>
        PageContents.Fill(KernelLayout.InDirectMap(frame.Address).Value, pattern);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyPage(Frame target, Frame source) => PageContents.Copy(
        KernelLayout.InDirectMap(target.Address).Value, KernelLayout.InDirectMap(source.Address).Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyBytes(Frame target, int targetOffset, Frame source, int sourceOffset, int count) =>
        PageContents.CopyBytes(
            KernelLayout.InDirectMap(target.Address).Value + (uint)targetOffset,
            KernelLayout.InDirectMap(source.Address).Value + (uint)sourceOffset, (uint)count);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Span<byte> PageBytes(Frame frame) =>
        new((void*)KernelLayout.InDirectMap(frame.Address).Value, PageBytesLength);

    /// <inheritdoc/>
    [DoesNotReturn]
    public static void Panic(ReadOnlySpan<byte> reason) => Metal.Panic.Stop(reason);
}
