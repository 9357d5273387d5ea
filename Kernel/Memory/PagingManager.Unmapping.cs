using Kernel.Units;

namespace Kernel.Memory;

/// <content>Taking pages away.</content>
public partial struct PagingManager
{
    /// <summary>
    /// Takes away whatever is there; where nothing is, nothing happens. Tables that became empty go, too. Whole tables
    /// go at once, whatever is below them. Even this may need memory: for copies of tables that others share.
    /// </summary>
    public PagingError Unmap(ref AddressSpace space, PageRange range)
    {
        PageChunk first = PageChunk.At(range.Start, range.End, Machine.Geometry.Levels);
        if (first.End == range.End && PageWalk.TryReachOwn(space.Root, range.Start, first.Level, out EntrySlot slot))
        {
            Clear(ref space, first, slot.Table);
            Conclude();
            return PagingError.None;
        }

        return UnmapMany(ref space, range);
    }

    private PagingError UnmapMany(ref AddressSpace space, PageRange range)
    {
        if (!TryEnsureFree(CountUnmap(in space, range)))
        {
            return PagingError.OutOfMemory;
        }

        for (VirtAddr at = range.Start; at < range.End;)
        {
            PageChunk chunk = NextUsed(in space, at, range.End, out bool isUsed);
            if (isUsed)
            {
                Clear(ref space, chunk, Settle(ref space, chunk.Address, chunk.Level));
            }

            at = chunk.End;
        }

        Conclude();
        return PagingError.None;
    }

    private static uint CountUnmap(in AddressSpace space, PageRange range)
    {
        var tally = new SettleTally();
        for (VirtAddr at = range.Start; at < range.End;)
        {
            PageChunk chunk = NextUsed(in space, at, range.End, out bool isUsed);
            if (isUsed)
            {
                tally.Add(space.Root, at, chunk.Level);
            }

            at = chunk.End;
        }

        return tally.Frames;
    }

    // The next entries of a range, and whether there is anything in them; where there is not, a whole table is skipped.
    private static PageChunk NextUsed(in AddressSpace space, VirtAddr at, VirtAddr end, out bool isUsed)
    {
        PageChunk chunk = PageChunk.At(at, end, Machine.Geometry.Levels);
        PageWalk walk = PageWalk.To(space.Root, at, chunk.Level);
        isUsed = walk.Level == chunk.Level ? !IsEmpty(in space, chunk) : !walk.Entry.IsEmpty;
        if (isUsed || walk.Level == chunk.Level)
        {
            return chunk;
        }

        VirtAddr behind = Machine.Geometry.StartOf(at, walk.Level) + Machine.Geometry.SizeAt(walk.Level);
        return PageChunk.Skip(at, behind < end ? behind : end);
    }

    // Entries of a table that is the space's own become empty.
    private void Clear(ref AddressSpace space, PageChunk chunk, Frame table)
    {
        uint weight = 0;
        for (int step = 0; step < chunk.Count; step++)
        {
            var slot = new EntrySlot(table, chunk.Index + step);
            PageEntry entry = slot.Entry;
            if (!entry.IsEmpty)
            {
                slot.Entry = default;
                weight += EntryWeight.Of(entry, chunk.Level).Value;
                NoteEntry(in space, chunk.AddressOf(step), entry, chunk.Level);
                DisplaceEntry(entry, chunk.Level);
            }
        }

        NoteSlots(ref space, chunk.Level, chunk.Index, chunk.Count);
        AddCharge(in space, chunk.Address, chunk.Level, -(long)weight);
        if (Machine.Record(table).Weight == EntryWeight.OfTable)
        {
            Prune(ref space, chunk.Address);
        }
    }

    // Tables on the way to an address that hold nothing any more go, the root aside.
    private void Prune(ref AddressSpace space, VirtAddr address)
    {
        PageWalk walk = PageWalk.To(space.Root, address, level: 1);
        bool isEmpty = walk.Level < Machine.Geometry.Levels
            && Machine.Record(walk.Slot.Table).Weight == EntryWeight.OfTable;
        while (isEmpty)
        {
            PageWalk parent = PageWalk.To(space.Root, address, walk.Level + 1);
            EntrySlot slot = parent.Slot;
            slot.Entry = default;
            NoteSlots(ref space, parent.Level, slot.Index, count: 1);
            NotePath(in space, address);
            AddCharge(in space, address, parent.Level, -1);
            Displace(walk.Slot.Table);
            walk = parent;
            isEmpty = walk.Level < Machine.Geometry.Levels
                && Machine.Record(walk.Slot.Table).Weight == EntryWeight.OfTable;
        }
    }
}
