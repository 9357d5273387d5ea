using System.Runtime.CompilerServices;
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
        if (range.Length == Machine.Geometry.SizeAt(1)
            && TryReachCharging(in space, range.Start, more: -1, out EntrySlot slot))
        {
            ClearPage(ref space, range.Start, slot);
            return PagingError.None;
        }

        return UnmapMany(ref space, range);
    }

    // The usual: a page whose entry stands in a table that is the space's own, and is charged less for already.
    private void ClearPage(ref AddressSpace space, VirtAddr page, EntrySlot slot)
    {
        PageEntry entry = slot.Entry;
        if (entry.IsEmpty)
        {
            AddCharge(in space, page, level: 1, more: 1);
            return;
        }

        slot.Entry = default;
        if (Machine.Record(slot.Table).Weight == EntryWeight.OfTable)
        {
            Prune(ref space, page);
        }

        if (entry.IsPresent)
        {
            ReplacePage(ref space, page, entry.Target);
        }
        else
        {
            Conclude();
        }
    }

    private PagingError UnmapMany(ref AddressSpace space, PageRange range)
    {
        uint frames = CountUnmap(in space, range);
        if (frames > Frames.Free.Value)
        {
            return TryMakeRoom(frames) ? UnmapMany(ref space, range) : PagingError.OutOfMemory;
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
        int weight = ClearEntries(ref space, in chunk, new EntrySlot(table, chunk.Index));
        NoteSlots(ref space, chunk.Level, chunk.Index, chunk.Count);
        AddCharge(in space, chunk.Address, chunk.Level, -weight);
        if (Machine.Record(table).Weight == EntryWeight.OfTable)
        {
            Prune(ref space, chunk.Address);
        }
    }

    // The same; how much less is charged for them.
    private int ClearEntries(ref AddressSpace space, ref readonly PageChunk chunk, EntrySlot first) =>
        EntryRun.BitsOfAny(first, chunk.Count) == 0 ? 0 : ClearFilledEntries(ref space, in chunk, first);

    private int ClearFilledEntries(ref AddressSpace space, ref readonly PageChunk chunk, EntrySlot first)
    {
        int weight = 0;
        for (int step = 0; step < chunk.Count; step++)
        {
            if (!first[step].Entry.IsEmpty)
            {
                weight += ClearEntry(ref space, in chunk, step, first[step]);
            }
        }

        return weight;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ClearEntry(ref AddressSpace space, ref readonly PageChunk chunk, int step, EntrySlot slot)
    {
        PageEntry entry = slot.Entry;
        slot.Entry = default;
        int weight = (int)EntryWeight.Of(entry, chunk.Level).Value;
        NoteEntry(ref space, chunk.AddressOf(step), entry, chunk.Level);
        DisplaceEntry(entry, chunk.Level);
        return weight;
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
            NotePath(ref space, address);
            AddCharge(in space, address, parent.Level, -1);
            Displace(walk.Slot.Table);
            walk = parent;
            isEmpty = walk.Level < Machine.Geometry.Levels
                && Machine.Record(walk.Slot.Table).Weight == EntryWeight.OfTable;
        }
    }
}
