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

    /// <summary>The table entries and pins that point at the frame; 0 where it is free or waits to be.</summary>
    [FieldOffset(0)]
    public uint References;

    /// <summary>What the frame is used for.</summary>
    [FieldOffset(4)]
    public FrameUse Use;

    /// <summary>The size of the block that the frame begins.</summary>
    [FieldOffset(5)]
    public FrameOrder Order;

    /// <summary>In a page table that is being taken apart: the first entry that is left, 0 to 512.</summary>
    [FieldOffset(6)]
    public ushort Cursor;

    /// <summary>In a page table: the tables, pages and reserved pages beneath it.</summary>
    [FieldOffset(8)]
    public FrameCount Weight;

    /// <summary>In a free frame: the next one in its list, or none.</summary>
    [FieldOffset(8)]
    public Frame Next;

    /// <summary>
    /// In a free block: the one before it in its list, or none. In a page table that waits to be taken apart: the
    /// next one that does.
    /// </summary>
    [FieldOffset(12)]
    public Frame Link;
}
