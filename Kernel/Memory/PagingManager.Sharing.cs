using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Memory;

/// <content>
/// Entries in two places. Nobody writes through either at once any more, and what they point at counts one owner more.
/// </content>
public partial struct PagingManager
{
    // Entries of small pages, into empty ones. How many are not empty. What is rare is in other methods: this loop is
    // what a fork's first write and a message cost.
    private static int SharePages(EntrySlot from, EntrySlot to, int count, RightsMask within)
    {
        int filled = count;
        EntrySlot end = from[count];
        while (from.IsBefore(end))
        {
            PageEntry shared = from.Entry.Shared;
            if (shared.IsEmpty)
            {
                filled--;
            }
            else
            {
                to.Entry = shared.WithinFilled(within);
                if (shared.IsPresent)
                {
                    from.Entry = shared;
                    FrameTable.AddReference(shared.Target);
                }
            }

            from = from[1];
            to = to[1];
        }

        return filled;
    }

    // How many entries of a table there are up to the last that is not empty, or a few more.
    private static int CountUsed(EntrySlot first)
    {
        const int step = 8;
        int count = Machine.Geometry.EntriesPerTable;
        while (count >= step)
        {
            EntrySlot last = first[count - step];
            ulong any = last.Entry.Bits | last[1].Entry.Bits | last[2].Entry.Bits | last[3].Entry.Bits
                | last[4].Entry.Bits | last[5].Entry.Bits | last[6].Entry.Bits | last[7].Entry.Bits;
            if (any != 0)
            {
                break;
            }

            count -= step;
        }

        return count;
    }

    // Few entries of a table mostly: no further than to the one with which all of this weight is accounted for.
    private static void ShareTables(EntrySlot from, EntrySlot to, int level, FrameCount weight)
    {
        uint left = weight.Value;
        for (int index = 0; left != 0 && index < Machine.Geometry.EntriesPerTable; index++)
        {
            left -= ShareTable(from[index], to[index], level, RightsMask.All);
        }
    }

    // One entry at an upper level. What it weighs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ShareTable(EntrySlot from, EntrySlot to, int level, RightsMask within)
    {
        PageEntry shared = from.Entry.Shared;
        if (shared.IsEmpty)
        {
            return 0;
        }

        to.Entry = shared.WithinFilled(within);
        if (shared.IsPresent)
        {
            from.Entry = shared;
            AddReferences(shared);
        }

        return EntryWeight.Of(shared, level).Value;
    }

    // One entry more points at what this one does.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddReferences(PageEntry entry)
    {
        if ((entry.Bits & PageEntry.Large) == 0)
        {
            FrameTable.AddReference(entry.Target);
        }
        else
        {
            AddReferencesOfBlocks(entry);
        }
    }

    private static void AddReferencesOfBlocks(PageEntry entry)
    {
        Frame frame = entry.Target;
        Frame end = frame + EntryWeight.FramesOf(entry);
        while (frame < end)
        {
            FrameTable.AddReference(frame);
            frame += Machine.Record(frame).Order.Frames;
        }
    }
}
