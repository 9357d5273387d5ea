using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kernel.Units;

namespace Kernel.Machines;

/// <summary>
/// What the kernel knows of one frame: 16 bytes, of which the links share theirs with what a free frame lacks. All
/// zeros are the record of a <see cref="FrameUse.Tail"/>.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = Size)]
public struct FrameRecord
{
    /// <summary>The bytes of a record.</summary>
    public const int Size = 16;

    private const ulong OneReference = 1UL << 32;

    /// <summary>What the frame is used for.</summary>
    [FieldOffset(0)]
    public FrameUse Use;

    /// <summary>The size of the block that the frame begins.</summary>
    [FieldOffset(1)]
    public FrameOrder Order;

    /// <summary>In a page table that is being taken apart: the first entry that is left, 0 to 512.</summary>
    [FieldOffset(2)]
    public ushort Cursor;

    /// <summary>The table entries and pins that point at the frame; 0 where it is free or waits to be.</summary>
    [FieldOffset(4)]
    public uint References;

    /// <summary>
    /// In a page table: itself, and the tables, pages and reserved pages beneath it; in a root also the frames that its
    /// task's handles take.
    /// </summary>
    [FieldOffset(8)]
    public FrameCount Weight;

    /// <summary>
    /// In the frame of a task's record: the task's serial while it waits for a message, so that a sender knows both by
    /// one look; else 0. No link of a frame is as high as a serial's upper half.
    /// </summary>
    [FieldOffset(8)]
    public ulong Receiving;

    /// <summary>In a free frame: the next one in its list, or none.</summary>
    [FieldOffset(8)]
    public Frame Next;

    /// <summary>
    /// In a free block: the one before it in its list, or none. In a page table that waits to be taken apart: the
    /// next one that does.
    /// </summary>
    [FieldOffset(12)]
    public Frame Link;

    // The same eight bytes at once, the way this processor orders them: single frames come and go by these.
    [FieldOffset(0)]
    private ulong _head;

    [FieldOffset(8)]
    private ulong _links;

    /// <summary>
    /// Whether it is that of a single frame in use, no table half taken apart, with one reference.
    /// </summary>
    public readonly bool IsPlainWithOneReference
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _head - (OneReference | (ulong)FrameUse.Kernel) <= FrameUse.Handles - FrameUse.Kernel;
    }

    /// <summary>Makes that of a free single frame one of a frame in use, with one reference and nothing else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void HandOut(FrameUse use)
    {
        Use = use;
        References = 1;
        _links = 0;
    }

    /// <summary>Makes it that of a free single frame, before <paramref name="next"/> in its list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PutBefore(Frame next, FrameUse use)
    {
        _head = (ulong)use;
        _links = next.Number;
    }
}
