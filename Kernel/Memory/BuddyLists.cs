using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// Free blocks by zone and size (the binary buddy system: Knuth, The Art of Computer Programming vol. 1, 2.5). Two
/// halves of a larger block that are both free are one block. Every operation is bounded by the number of zones and
/// sizes, whatever the size of memory.
/// </summary>
public struct BuddyLists
{
    /// <summary>The frames below 16 MiB.</summary>
    internal const uint IsaFrames = 1U << 12;

    private const uint RealModeFrames = 1U << 8;
    private const uint Dma32Frames = 1U << 20;
    private const int ZoneCount = (int)FrameZone.Anywhere + 1;
    private const int OrderCount = 19;

    private static FrameOrder OneRecordPage => new(8);

    private Heads _heads;
    private Masks _nonempty;

    /// <summary>The frames in all free blocks.</summary>
    public FrameCount Frames { get; private set; }

    /// <summary>The zone of a frame.</summary>
    public static FrameZone ZoneOf(Frame frame) => frame.Number switch
    {
        < RealModeFrames => FrameZone.RealMode,
        < IsaFrames => FrameZone.Isa,
        < Dma32Frames => FrameZone.Dma32,
        _ => FrameZone.Anywhere,
    };

    /// <summary>The first free block of this size in this zone, or none.</summary>
    [UnscopedRef]
    internal ref Frame Head(FrameZone zone, FrameOrder order) => ref _heads[((int)zone * OrderCount) + order.Exponent];

    /// <summary>Whether the mask of sizes that have a free block says so of this list.</summary>
    internal readonly bool IsListed(FrameZone zone, FrameOrder order) =>
        (_nonempty[(int)zone] & (1U << order.Exponent)) != 0;

    /// <summary>
    /// Takes a block of this size, from the highest zone up to <paramref name="zone"/> that has one, and there from the
    /// smallest that will do. Its record is that of a tail, for the caller to fill in. False, and nothing has changed,
    /// where there is none.
    /// </summary>
    internal bool TryTake(FrameOrder order, FrameZone zone, out Frame block)
    {
        for (int reached = (int)zone; reached >= 0; reached--)
        {
            uint sizes = _nonempty[reached] >> order.Exponent;
            if (sizes != 0)
            {
                var found = new FrameOrder((byte)(order.Exponent + BitOperations.TrailingZeroCount(sizes)));
                block = Head((FrameZone)reached, found);
                Remove(ref Machine.Record(block), (FrameZone)reached);
                KeepRest(block, found, order, (FrameZone)reached);
                Frames -= order.Frames;
                return true;
            }
        }

        block = Frame.None;
        return false;
    }

    /// <summary>Gives back a block, whose record is that of a tail, and joins it with its free neighbours.</summary>
    internal void Return(Frame block, FrameOrder order, ref readonly RecordRuns records)
    {
        FrameZone zone = ZoneOf(block);
        Frames += order.Frames;
        while (order < FrameOrder.Huge && TryRemoveBuddy(order.BuddyOf(block), order, zone, in records))
        {
            Frame buddy = order.BuddyOf(block);
            block = buddy < block ? buddy : block;
            order = order.Twice;
        }

        Insert(block, order, zone);
    }

    private void KeepRest(Frame block, FrameOrder found, FrameOrder wanted, FrameZone zone)
    {
        while (found > wanted)
        {
            found = found.Half;
            Insert(block + found.Frames, found, zone);
        }
    }

    private bool TryRemoveBuddy(Frame buddy, FrameOrder order, FrameZone zone, ref readonly RecordRuns records)
    {
        // They are of one zone: a block that spans two would begin with frame 0, which is never free.
        // Those of less than 1 MiB share a page of records.
        if (order >= OneRecordPage && !records.Cover(buddy))
        {
            return false;
        }

        ref FrameRecord record = ref Machine.Record(buddy);
        if (record.Use != FrameUse.Free || record.Order != order)
        {
            return false;
        }

        Remove(ref record, zone);
        return true;
    }

    private void Insert(Frame block, FrameOrder order, FrameZone zone)
    {
        _nonempty[(int)zone] |= 1U << order.Exponent;
        ref Frame head = ref Head(zone, order);
        if (head != Frame.None)
        {
            Machine.Record(head).Link = block;
        }

        Machine.Record(block) = new FrameRecord { Use = FrameUse.Free, Order = order, Next = head };
        head = block;
    }

    private void Remove(ref FrameRecord record, FrameZone zone)
    {
        if (record.Link != Frame.None)
        {
            Machine.Record(record.Link).Next = record.Next;
        }
        else
        {
            RemoveHead(zone, record.Order, record.Next);
        }

        if (record.Next != Frame.None)
        {
            Machine.Record(record.Next).Link = record.Link;
        }

        record = default;
    }

    private void RemoveHead(FrameZone zone, FrameOrder order, Frame next)
    {
        Head(zone, order) = next;
        if (next == Frame.None)
        {
            _nonempty[(int)zone] &= ~(1U << order.Exponent);
        }
    }

    [InlineArray(ZoneCount)]
    private struct Masks
    {
        private uint _first;
    }

    [InlineArray(ZoneCount * OrderCount)]
    private struct Heads
    {
        private Frame _first;
    }
}
