using Kernel.Units;

namespace Kernel.Memory;

/// <content>One larger page instead of many.</content>
public partial struct PagingManager
{
    /// <summary>
    /// Makes one page of all pages of a table, if they lie side by side in one aligned block, have the same rights and
    /// kind, and no other owner. Their contents stay where they are.
    /// </summary>
    /// <param name="space">Whose pages they are.</param>
    /// <param name="at">Where the larger page begins.</param>
    /// <param name="level">2 for a page of 2 MiB, 3 for one of 1 GiB made of those.</param>
    public PagingError Merge(ref AddressSpace space, VirtAddr at, int level)
    {
        if (level < 2 || level > _highestPageLevel || Machine.Geometry.StartOf(at, level) != at)
        {
            return PagingError.NotAligned;
        }

        PagingError error = PageRange.Decode(at, Machine.Geometry.SizeAt(level), out _);
        if (error != PagingError.None)
        {
            return error;
        }

        PageWalk walk = PageWalk.To(space.Root, at, level - 1);
        if (walk.Level != level - 1 || CountTables(in space, at, level - 1) != 0 || !IsOnePage(walk.Slot.Table, level))
        {
            return PagingError.NotMergeable;
        }

        Frame pieces = Settle(ref space, at, level - 1);
        PageEntry page = new EntrySlot(pieces, 0).Entry.Sole.Whole(level);
        FrameTable.Join(page.Target, EntryWeight.OrderAt(level));
        EntrySlot upper = PageWalk.To(space.Root, at, level).Slot;
        upper.Entry = page;

        // Nobody takes the table apart: what it points at lives on.
        Machine.Record(pieces).Weight = EntryWeight.OfTable;
        NoteWhole(ref space);
        Displace(pieces);
        Conclude();
        return PagingError.None;
    }

    private static bool IsOnePage(Frame table, int level)
    {
        FrameOrder order = EntryWeight.OrderAt(level - 1);
        PageEntry first = new EntrySlot(table, 0).Entry.Sole;
        if (!EntryWeight.OrderAt(level).Aligns(first.Target))
        {
            return false;
        }

        for (int index = 0; index < Machine.Geometry.EntriesPerTable; index++)
        {
            PageEntry entry = new EntrySlot(table, index).Entry.Sole;
            var offset = new FrameCount((uint)index << order.Exponent);
            bool fits = entry.IsPresent
                && !entry.IsTable(level - 1)
                && entry == first.WithTarget(first.Target + offset)
                && Machine.Record(entry.Target).Order == order
                && FrameTable.References(entry.Target) == 1;
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }
}
