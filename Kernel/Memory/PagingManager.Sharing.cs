using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Memory;

/// <content>
/// Entries in two places. Nobody writes through either at once any more, and what they point at counts one owner more.
/// </content>
public partial struct PagingManager
{
    // So many entries are looked at together where most are empty.
    private const int GroupSize = 8;

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

    // The same over what a space that does not run has there: the processor remembers nothing of it that is not true,
    // so what was there is let go at once. How many more entries are not empty than before.
    private int ReplacePages(EntrySlot from, EntrySlot to, int count, RightsMask within)
    {
        int more = 0;
        EntrySlot end = from[count];
        while (from.IsBefore(end))
        {
            PageEntry shared = from.Entry.Shared;
            PageEntry former = to.Entry;
            if ((shared.Bits & former.Bits & PageEntry.Present) == 0)
            {
                more += ReplaceEntry(from, to, within);
            }
            else
            {
                to.Entry = shared.WithinFilled(within);
                from.Entry = shared;

                // What has been lent here before, and written by neither side since, has as many entries as before.
                if (!shared.HasTargetOf(former))
                {
                    FrameTable.AddReference(shared.Target);
                    LetGo(former);
                }
            }

            from = from[1];
            to = to[1];
        }

        return more;
    }

    // One of a page, a page to come or nothing, over another of those. How many more are not empty than before.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReplaceEntry(EntrySlot from, EntrySlot to, RightsMask within)
    {
        PageEntry former = to.Entry;
        to.Entry = default;
        int filled = SharePages(from, to, count: 1, within);
        if (former.IsPresent)
        {
            LetGo(former);
        }

        return former.IsEmpty ? filled : filled - 1;
    }

    // A small page has one entry fewer, which no processor can reach it by any more.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void LetGo(PageEntry page)
    {
        if (FrameTable.DropReference(page.Target))
        {
            _frames.Release(page.Target);
        }
    }

    // Entries of small pages of a whole table, into an empty one. Mostly they are a few next to each other.
    private static void SharePagesOfTable(EntrySlot from, EntrySlot to)
    {
        int count = Machine.Geometry.EntriesPerTable;
        int first = 0;
        while (first <= count - GroupSize && from[first].BitsOfEight == 0)
        {
            first += GroupSize;
        }

        while (count - GroupSize >= first && from[count - GroupSize].BitsOfEight == 0)
        {
            count -= GroupSize;
        }

        SharePages(from[first], to[first], count - first, RightsMask.All);
    }

    // Few entries of a table mostly: no further than to the one with which all of this weight is accounted for.
    private static void ShareTables(EntrySlot from, EntrySlot to, int level, FrameCount weight)
    {
        int lastGroup = Machine.Geometry.EntriesPerTable - GroupSize;
        uint left = weight.Value;
        for (int index = 0; left != 0; index++)
        {
            while (index <= lastGroup && from[index].BitsOfEight == 0)
            {
                index += GroupSize;
            }

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
