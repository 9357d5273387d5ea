using Kernel.Units;

namespace Kernel.Memory;

/// <content>Changing what may be done with pages.</content>
public partial struct PagingManager
{
    /// <summary>
    /// Gives all pages of a range these rights, those to come as well. Something must be mapped in all of it; a guard
    /// counts as nothing. This may need memory, for copies of tables that others share.
    /// </summary>
    public PagingError Protect(ref AddressSpace space, PageRange range, PageRights rights)
    {
        PagingError error = CheckProtect(in space, range, rights);
        if (error != PagingError.None)
        {
            return error;
        }

        for (VirtAddr at = range.Start; at < range.End;)
        {
            PageChunk chunk = ChunkOfPages(in space, at, range.End);
            ChangeRights(ref space, chunk, rights);
            at = chunk.End;
        }

        Conclude();
        return PagingError.None;
    }

    private PagingError CheckProtect(in AddressSpace space, PageRange range, PageRights rights)
    {
        PagingError error = CheckRights(rights);
        var tally = new SettleTally();
        for (VirtAddr at = range.Start; error == PagingError.None && at < range.End;)
        {
            PageChunk chunk = ChunkOfPages(in space, at, range.End);
            error = IsMapped(in space, chunk) ? PagingError.None : PagingError.NotMapped;
            tally.Add(space.Root, at, chunk.Level);
            at = chunk.End;
        }

        return error != PagingError.None ? error
            : tally.Frames <= Frames.Free.Value ? PagingError.None
            : TryMakeRoom(tally.Frames) ? CheckProtect(in space, range, rights)
            : PagingError.OutOfMemory;
    }

    // The next entries of a range that stand for pages, or lie inside a larger one: tables are no higher.
    private static PageChunk ChunkOfPages(in AddressSpace space, VirtAddr at, VirtAddr end)
    {
        int level = PageWalk.To(space.Root, at, level: 1).Level;
        PageChunk chunk = PageChunk.At(at, end, level);
        if (chunk.Level < level || level == 1)
        {
            return chunk;
        }

        EntrySlot first = PageWalk.To(space.Root, at, level).Slot;
        int count = 1;
        while (count < chunk.Count && !first[count].Entry.IsTable(level))
        {
            count++;
        }

        return chunk.First(count);
    }

    private static bool IsMapped(in AddressSpace space, PageChunk chunk)
    {
        PageWalk walk = PageWalk.To(space.Root, chunk.Address, chunk.Level);
        if (walk.Level > chunk.Level)
        {
            return !walk.Entry.IsEmpty;
        }

        for (int step = 0; step < chunk.Count; step++)
        {
            PageEntry entry = walk.Slot[step].Entry;
            if (entry.IsEmpty || entry.IsGuard)
            {
                return false;
            }
        }

        return true;
    }

    private void ChangeRights(ref AddressSpace space, PageChunk chunk, PageRights rights)
    {
        Frame table = Settle(ref space, chunk.Address, chunk.Level);
        for (int step = 0; step < chunk.Count; step++)
        {
            var slot = new EntrySlot(table, chunk.Index + step);
            PageEntry entry = slot.Entry;
            PageEntry changed = entry.WithRights(rights);
            slot.Entry = changed;
            if (entry.IsPresent && changed.Withholds(entry))
            {
                NotePage(ref space, chunk.AddressOf(step));
            }
        }
    }
}
