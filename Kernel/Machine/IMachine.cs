using System;
using System.Diagnostics.CodeAnalysis;
using Kernel.Units;

namespace Kernel.Machines;

/// <summary>
/// The contract for hardware, and the only word that the pure rooms have for it. They say
/// <c>Machine.Member</c>: the kernel's build lets that mean <c>X64Machine</c>, the host's <c>SimMachine</c>.
/// </summary>
public interface IMachine
{
    /// <summary>Reads one byte from an I/O port (Intel SDM vol. 1, chapter 19).</summary>
    static abstract byte ReadPort(ushort port);

    /// <summary>Writes one byte to an I/O port.</summary>
    static abstract void WritePort(ushort port, byte value);

    /// <summary>
    /// The time-stamp counter, in ticks of a rate that only calibration tells (Intel SDM vol. 3, 18.17).
    /// </summary>
    static abstract ulong TimeStamp { get; }

    /// <summary>
    /// The screen's memory: pixels of the linear framebuffer or cells of VGA text; empty where there is no screen.
    /// </summary>
    static abstract Span<byte> ScreenMemory { get; }

    /// <summary>
    /// Physical memory as the boot tables reach it. False, and nothing read, when any byte of the run lies
    /// beyond what they map.
    /// </summary>
    static abstract bool TryReadPhysical(PhysAddr start, int length, out ReadOnlySpan<byte> bytes);

    /// <summary>What the processor says of itself (Intel SDM vol. 2, CPUID).</summary>
    static abstract CpuIdResult CpuId(uint leaf, uint subleaf);

    /// <summary>The 512 entries of the page table in this frame, which the kernel owns.</summary>
    static abstract Span<ulong> PageTable(PhysAddr frame);

    /// <summary>The shape of the page tables.</summary>
    static abstract Geometry Geometry { get; }

    /// <summary>
    /// Reads an entry of a page table; the index is below <see cref="Machines.Geometry.EntriesPerTable"/>.
    /// </summary>
    static abstract ulong ReadEntry(Frame table, int index);

    /// <summary>
    /// Writes an entry of a page table. A processor may see it at once, but not before what was written earlier.
    /// </summary>
    static abstract void WriteEntry(Frame table, int index, ulong bits);

    /// <summary>
    /// INVLPG: drops what this processor remembers of a page, and of all paths through upper tables (Intel SDM
    /// vol. 3, 4.10.4.1).
    /// </summary>
    static abstract void InvalidatePage(VirtAddr address);

    /// <summary>
    /// MOV to CR3: the frame of the root table; with process-context identifiers bits 11 to 0 name the context, and
    /// bit 63 keeps what is remembered of it (Intel SDM vol. 3, 4.10.4.1).
    /// </summary>
    static abstract void WriteRoot(ulong value);

    /// <summary>
    /// The record of a frame. There is one wherever the frame table has been set up, and no access elsewhere.
    /// </summary>
    static abstract ref FrameRecord Record(Frame frame);

    /// <summary>Fills a frame with zeros.</summary>
    static abstract void ClearPage(Frame frame);

    /// <summary>Fills a frame with a pattern of 8 bytes.</summary>
    static abstract void FillPage(Frame frame, ulong pattern);

    /// <summary>Copies a frame's 4 KiB to another one.</summary>
    static abstract void CopyPage(Frame target, Frame source);

    /// <summary>
    /// Copies bytes from a place in one frame to a place in another one: so many as lie in both, and not none.
    /// </summary>
    static abstract void CopyBytes(Frame target, int targetOffset, Frame source, int sourceOffset, int count);

    /// <summary>The bytes of a frame that hold a page's contents: 4 KiB on a real machine.</summary>
    static abstract Span<byte> PageBytes(Frame frame);

    /// <summary>The kernel has found itself to be wrong: says why, in UTF-8, and does not come back.</summary>
    [DoesNotReturn]
    static abstract void Panic(ReadOnlySpan<byte> reason);
}
