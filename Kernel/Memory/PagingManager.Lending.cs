using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Memory;

/// <content>Sharing pages with another space, or with another place of the same one.</content>
public partial struct PagingManager
{
    /// <summary>
    /// Shows what is mapped in a range at another place as well; whoever writes first gets a copy. Pages to come and
    /// holes are lent like pages, and what the target had there is released. Where both sides are aligned, whole tables
    /// are shared by one entry.
    /// </summary>
    /// <param name="source">Whose pages they are; its rights do not change.</param>
    /// <param name="from">Which ones.</param>
    /// <param name="target">Who gets them; may be the same space, but then the ranges have no page in common.</param>
    /// <param name="at">Where the first one will be.</param>
    /// <param name="allowed">The most that the target may do with them; never more than the source may.</param>
    public PagingError Lend(
        ref AddressSpace source, PageRange from, ref AddressSpace target, VirtAddr at, PageRights allowed)
    {
        PagingError error = PageRange.Decode(at, from.Length, out PageRange to);
        if (error == PagingError.None)
        {
            error = (allowed & ~UserRights) != 0 ? PagingError.RightsNotSupported
                : source.Root == target.Root && from.Overlaps(to) ? PagingError.Overlap
                : CheckLend(in source, from, in target, to);
        }

        if (error != PagingError.None)
        {
            return error;
        }

        bool hasEmptyTables = false;
        for (VirtAddr next = to.Start; next < to.End;)
        {
            var chunk = LentChunk.At(in source, from.Start + (next - to.Start), next, to.End);
            if (!IsNothing(in target, in chunk))
            {
                hasEmptyTables |= LendChunk(ref source, ref target, chunk.Target, chunk.From, allowed);
            }

            next = chunk.Target.End;
        }

        if (hasEmptyTables)
        {
            PruneAll(ref target, to);
        }

        Conclude();
        return PagingError.None;
    }

    private PagingError CheckLend(in AddressSpace source, PageRange from, in AddressSpace target, PageRange to)
    {
        SettleTally tally = CountLend(in source, from, in target, to);
        ulong most = tally.Weight + tally.Created;
        bool fits = most <= (target.Quota - target.Charge).Value && most <= (Capacity - Charged).Value;
        PagingError error = fits
            ? PagingError.None
            : CheckCharge(target.Charge, target.Quota, WeighLend(in source, from, in target, to) + tally.Created);
        return error != PagingError.None ? error
            : TryEnsureFree(tally.Frames) ? PagingError.None
            : PagingError.OutOfMemory;
    }

    // The tables that are needed, and the most that the target can be charged for what it gets.
    private static SettleTally CountLend(
        in AddressSpace source, PageRange from, in AddressSpace target, PageRange to)
    {
        var tally = new SettleTally();
        for (VirtAddr next = to.Start; next < to.End;)
        {
            var chunk = LentChunk.At(in source, from.Start + (next - to.Start), next, to.End);
            if (!IsNothing(in target, in chunk))
            {
                tally.Add(target.Root, next, chunk.Target.Level);
                tally.Weight += (ulong)chunk.Target.Count * EntryWeight.OfWhole(chunk.Target.Level).Value;
            }

            next = chunk.Target.End;
        }

        return tally;
    }

    // What the target gets, less what it loses.
    private static long WeighLend(in AddressSpace source, PageRange from, in AddressSpace target, PageRange to)
    {
        long more = 0;
        for (VirtAddr next = to.Start; next < to.End;)
        {
            var chunk = LentChunk.At(in source, from.Start + (next - to.Start), next, to.End);
            for (int step = 0; step < chunk.Target.Count; step++)
            {
                more += EntryWeight.Of(chunk.EntryOf(step), chunk.Target.Level).Value;
            }

            more -= WeightAt(in target, chunk.Target);
            next = chunk.Target.End;
        }

        return more;
    }

    private static bool IsNothing(in AddressSpace target, ref readonly LentChunk chunk)
    {
        for (int step = 0; step < chunk.Target.Count; step++)
        {
            if (!chunk.EntryOf(step).IsEmpty)
            {
                return false;
            }
        }

        return IsEmpty(in target, chunk.Target);
    }

    private static long WeightAt(in AddressSpace target, PageChunk chunk)
    {
        PageWalk walk = PageWalk.To(target.Root, chunk.Address, chunk.Level);
        if (walk.Level > chunk.Level)
        {
            return walk.Entry.IsEmpty ? 0 : (long)chunk.Count * EntryWeight.OfWhole(chunk.Level).Value;
        }

        long weight = 0;
        for (int step = 0; step < chunk.Count; step++)
        {
            weight += EntryWeight.Of(walk.Slot[step].Entry, chunk.Level).Value;
        }

        return weight;
    }

    // Whether a table holds nothing any more. The source is walked again: settling the target may have copied
    // tables that both had.
    private bool LendChunk(
        ref AddressSpace source, ref AddressSpace target, PageChunk to, VirtAddr from, PageRights allowed)
    {
        Frame table = Settle(ref target, to.Address, to.Level);
        PageWalk walk = PageWalk.To(source.Root, from, to.Level);
        var slot = new EntrySlot(table, to.Index);
        var within = new RightsMask(allowed & walk.RightsAbove);
        int more = walk.Level > to.Level ? LendParts(in source, from, walk, in target, to, slot, within)
            : to.Level == 1 ? LendPages(in source, from, walk, in target, to, slot, within)
            : LendTables(in source, from, walk, in target, to, slot, within);
        NoteSlots(ref target, to.Level, to.Index, to.Count);
        AddCharge(in target, to.Address, to.Level, more);
        return Machine.Record(table).Weight == EntryWeight.OfTable;
    }

    // What the target is charged more: the same for all three that follow.
    private int LendPages(
        in AddressSpace source, VirtAddr from, PageWalk walk,
        in AddressSpace target, PageChunk to, EntrySlot slot, RightsMask within)
    {
        int more = 0;
        EntrySlot first = walk.Slot;
        for (int step = 0; step < to.Count; step++)
        {
            EntrySlot lent = first[step];
            PageEntry entry = lent.Entry;
            if (entry.IsPresent)
            {
                if (entry.IsWritable)
                {
                    entry = entry.Shared;
                    lent.Entry = entry;
                    if (walk.IsOpenAbove)
                    {
                        NotePage(in source, from + PageChunk.StepsAt(level: 1, step));
                    }
                }

                FrameTable.AddReference(entry.Target);
            }

            EntrySlot place = slot[step];
            PageEntry old = place.Entry;
            place.Entry = entry.Within(within);
            more += entry.IsEmpty ? 0 : 1;
            if (!old.IsEmpty)
            {
                more--;
                Replace(in target, to, step, old);
            }
        }

        return more;
    }

    private int LendTables(
        in AddressSpace source, VirtAddr from, PageWalk walk,
        in AddressSpace target, PageChunk to, EntrySlot slot, RightsMask within)
    {
        uint more = 0;
        EntrySlot first = walk.Slot;
        for (int step = 0; step < to.Count; step++)
        {
            EntrySlot lent = first[step];
            PageEntry entry = lent.Entry;
            PageEntry shared = entry.Shared;
            if (entry.IsPresent)
            {
                if (entry.IsWritable)
                {
                    lent.Entry = shared;
                    if (walk.IsOpenAbove)
                    {
                        NoteEntry(in source, from + PageChunk.StepsAt(to.Level, step), entry, to.Level);
                    }
                }

                AddReferences(shared);
            }

            more += Place(in target, to, step, slot, shared, within);
        }

        return (int)more;
    }

    private int LendParts(
        in AddressSpace source, VirtAddr from, PageWalk walk,
        in AddressSpace target, PageChunk to, EntrySlot slot, RightsMask within)
    {
        var chunk = new LentChunk(to, from, walk);
        PrepareParts(in source, in chunk);
        uint more = 0;
        for (int step = 0; step < to.Count; step++)
        {
            PageEntry part = chunk.EntryOf(step);
            if (part.IsPresent)
            {
                AddReferences(part);
            }

            more += Place(in target, to, step, slot, part, within);
        }

        return (int)more;
    }

    private uint Place(
        in AddressSpace target, PageChunk to, int step, EntrySlot first, PageEntry entry, RightsMask within)
    {
        EntrySlot place = first[step];
        PageEntry old = place.Entry;
        place.Entry = entry.Within(within);
        uint more = EntryWeight.Of(entry, to.Level).Value;
        if (!old.IsEmpty)
        {
            more -= EntryWeight.Of(old, to.Level).Value;
            Replace(in target, to, step, old);
        }

        return more;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Replace(in AddressSpace target, PageChunk to, int step, PageEntry old)
    {
        NoteEntry(in target, to.AddressOf(step), old, to.Level);
        DisplaceEntry(old, to.Level);
    }

    // A part of a larger page is counted by itself from now on; the source keeps its one entry, which writes no more.
    private void PrepareParts(in AddressSpace source, ref readonly LentChunk chunk)
    {
        PageEntry whole = chunk.Source.Entry;
        if (!whole.IsPresent)
        {
            return;
        }

        EntrySlot slot = chunk.Source.Slot;
        slot.Entry = whole.Shared;
        if (whole.IsWritable && chunk.Source.IsOpenAbove)
        {
            NotePage(in source, chunk.From);
        }

        for (int step = 0; step < chunk.Target.Count; step++)
        {
            SplitDown(chunk.EntryOf(step).Target, chunk.Source.Level, chunk.Target.Level);
        }
    }

    // Splits the block that holds a frame until it begins one of those that are pages at the lower level.
    private void SplitDown(Frame frame, int from, int to)
    {
        Frame block = BlockHolding(frame, from);
        while (Machine.Record(block).Order > EntryWeight.OrderAt(to))
        {
            var pieces = new FrameOrder((byte)(Machine.Record(block).Order.Exponent - Machine.Geometry.IndexBits));
            SplitBlock(block, pieces);
            block = BlockHolding(frame, from);
        }
    }

    private void PruneAll(ref AddressSpace space, PageRange range)
    {
        for (VirtAddr at = range.Start; at < range.End;)
        {
            Prune(ref space, at);
            int level = Machine.Geometry.Levels < 2 ? 1 : 2;
            at = Machine.Geometry.StartOf(at, level) + Machine.Geometry.SizeAt(level);
        }
    }
}
