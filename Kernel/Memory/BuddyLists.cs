using System.Diagnostics.CodeAnalysis;
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
    private const int ZoneCount = (int)FrameZone.Anywhere + 1;
    private const int OrderCount = 19;

    private static FrameOrder LargestOfOneRecordPage => new(8);

    private Heads _heads;

    /// <summary>The zone of a frame.</summary>
    public static FrameZone ZoneOf(Frame frame) => frame.Number switch
    {
        < 1U << 8 => FrameZone.RealMode,
        < 1U << 12 => FrameZone.Isa,
        < 1U << 20 => FrameZone.Dma32,
        _ => FrameZone.Anywhere,
    };

    /// <summary>The first free block of this size in this zone, or none.</summary>
    [UnscopedRef]
    internal ref Frame Head(FrameZone zone, FrameOrder order) => ref _heads[((int)zone * OrderCount) + order.Exponent];

    /// <summary>
    /// Takes a block of this size, from the highest zone up to <paramref name="zone"/> that has one, and there from the
    /// smallest that will do. Its record is that of a tail, for the caller to fill in. False, and nothing has changed,
    /// where there is none.
    /// </summary>
    internal bool TryTake(FrameOrder order, FrameZone zone, out Frame block)
    {
        for (int reached = (int)zone; reached >= 0; reached--)
        {
            for (FrameOrder found = order; found <= FrameOrder.Huge; found = found.Twice)
            {
                block = Head((FrameZone)reached, found);
                if (block != Frame.None)
                {
                    Remove(block, ref Machine.Record(block));
                    KeepRest(block, found, order);
                    return true;
                }
            }
        }

        block = Frame.None;
        return false;
    }

    /// <summary>Gives back a block, whose record is that of a tail, and joins it with its free neighbours.</summary>
    internal void Return(Frame block, FrameOrder order, ref readonly RecordRuns records)
    {
        while (order < FrameOrder.Huge && TryRemoveBuddy(block, order, in records, out Frame buddy))
        {
            block = buddy < block ? buddy : block;
            order = order.Twice;
        }

        Insert(block, order);
    }

    private void KeepRest(Frame block, FrameOrder found, FrameOrder wanted)
    {
        while (found > wanted)
        {
            found = found.Half;
            Insert(block + found.Frames, found);
        }
    }

    private bool TryRemoveBuddy(Frame block, FrameOrder order, ref readonly RecordRuns records, out Frame buddy)
    {
        buddy = order.BuddyOf(block);

        // Buddies of less than 1 MiB share a page of records.
        if (ZoneOf(buddy) != ZoneOf(block) || (order >= LargestOfOneRecordPage && !records.Cover(buddy)))
        {
            return false;
        }

        ref FrameRecord record = ref Machine.Record(buddy);
        if (record.Use != FrameUse.Free || record.Order != order)
        {
            return false;
        }

        Remove(buddy, ref record);
        return true;
    }

    private void Insert(Frame block, FrameOrder order)
    {
        ref Frame head = ref Head(ZoneOf(block), order);
        if (head != Frame.None)
        {
            Machine.Record(head).Link = block;
        }

        Machine.Record(block) = new FrameRecord { Use = FrameUse.Free, Order = order, Next = head };
        head = block;
    }

    private void Remove(Frame block, ref FrameRecord record)
    {
        if (record.Link != Frame.None)
        {
            Machine.Record(record.Link).Next = record.Next;
        }
        else
        {
            Head(ZoneOf(block), record.Order) = record.Next;
        }

        if (record.Next != Frame.None)
        {
            Machine.Record(record.Next).Link = record.Link;
        }

        record = default;
    }

    [InlineArray(ZoneCount * OrderCount)]
    private struct Heads
    {
        private Frame _first;
    }
}
