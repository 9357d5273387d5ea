using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// Counts of references to frames. They count the table entries and the kernel's pins that point at a frame, or at
/// the first frame of a block.
/// </summary>
public static class FrameTable
{
    /// <summary>How many entries and pins point at a frame; 0 where it is free or waits to be.</summary>
    public static uint References(Frame frame) => Machine.Record(frame).References;

    /// <summary>
    /// One entry or pin more points at a frame that has some already. Panics where it has none (it may be free) or
    /// where the count would overflow.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddReference(Frame frame)
    {
        ref FrameRecord record = ref Machine.Record(frame);
        uint references = record.References + 1;

        // One comparison for both: there was none, or the greatest number wrapped round.
        if (references <= 1)
        {
            StopAdding(frame, record.References);
            return;
        }

        record.References = references;
    }

    /// <summary>
    /// One entry or pin fewer points at a frame; true where none is left, and the frame is to be released as soon as
    /// no processor can reach it any more. Panics where there was none.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool DropReference(Frame frame)
    {
        ref FrameRecord record = ref Machine.Record(frame);
        return record.References == 0 ? StopDropping(frame) : --record.References == 0;
    }

    /// <summary>
    /// So many entries and pins fewer point at a frame; the caller looks whether any is left. Panics where there were
    /// fewer.
    /// </summary>
    public static void DropReferences(Frame frame, uint count)
    {
        ref FrameRecord record = ref Machine.Record(frame);
        if (record.References < count)
        {
            StopDropping(frame);
        }

        record.References -= count;
    }

    /// <summary>
    /// Makes blocks of <paramref name="pieces"/> of a larger block in use: each has the block's use and as many
    /// references as the block had. Panics where <paramref name="block"/> begins no larger block in use.
    /// </summary>
    public static void Split(Frame block, FrameOrder pieces)
    {
        ref FrameRecord head = ref Machine.Record(block);
        if (head.Use < FrameUse.Kernel || head.Order <= pieces)
        {
            FramePanic.Stop(block, "it was to be split, but it begins no larger block in use"u8);
        }

        Frame end = block + head.Order.Frames;
        head.Order = pieces;
        for (Frame frame = block + pieces.Frames; frame < end; frame += pieces.Frames)
        {
            Machine.Record(frame) = new FrameRecord { References = head.References, Use = head.Use, Order = pieces };
        }
    }

    /// <summary>
    /// Makes one block of the blocks that lie in it, each of which is in use with one reference; the block has the
    /// first one's record. The opposite of <see cref="Split"/>.
    /// </summary>
    public static void Join(Frame block, FrameOrder order)
    {
        Frame end = block + order.Frames;
        FrameOrder pieces = Machine.Record(block).Order;
        for (Frame frame = block + pieces.Frames; frame < end; frame += pieces.Frames)
        {
            Machine.Record(frame) = default;
        }

        Machine.Record(block).Order = order;
    }

    // What never comes back is called last, so that the way past it needs no stack.
    private static bool StopDropping(Frame frame)
    {
        FramePanic.Stop(frame, "a reference was dropped, and there was none"u8);
        return false;
    }

    private static void StopAdding(Frame frame, uint references)
    {
        if (references == 0)
        {
            FramePanic.Stop(frame, "a reference was added to a frame without any"u8);
        }

        FramePanic.Stop(frame, "its count of references overflows"u8);
    }
}
