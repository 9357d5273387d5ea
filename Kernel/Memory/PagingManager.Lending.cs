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
        return error != PagingError.None ? error
            : (allowed & ~UserRights) != 0 ? PagingError.RightsNotSupported
            : source.Root == target.Root && from.Overlaps(to) ? PagingError.Overlap
            : TryLendPage(ref source, from, ref target, to, allowed) ? PagingError.None
            : TryLendAtOnce(ref source, from, ref target, to, allowed) ? PagingError.None
            : LendMany(ref source, from, ref target, to, allowed);
    }

    // The most usual: one page, where the target has a table of its own, and nothing in the way or another page.
    private bool TryLendPage(
        ref AddressSpace source, PageRange from, ref AddressSpace target, PageRange to, PageRights allowed)
    {
        if (to.Length != Machine.Geometry.SizeAt(1) || !HasRoomForPage(in target))
        {
            return false;
        }

        PageWalk walk = PageWalk.To(source.Root, from.Start, level: 1);
        PageEntry entry = walk.Entry;
        if (walk.Level != 1 || !entry.IsPresent
            || !TryReachCharging(in target, to.Start, more: 1, out EntrySlot slot))
        {
            return false;
        }

        if (!slot.Entry.IsEmpty)
        {
            AddCharge(in target, to.Start, level: 1, more: -1);
            return target.Register != ActiveRegister
                && LendOverPage(ref source, from.Start, ref target, slot, allowed);
        }

        FrameTable.AddReference(entry.Target);
        slot.Entry = entry.Shared.Within(new RightsMask(allowed & walk.RightsAbove));
        if (entry.IsWritable)
        {
            EntrySlot lent = walk.Slot;
            lent.Entry = entry.Shared;
            if (walk.IsOpenAbove)
            {
                ForgetPage(ref source, from.Start);
            }
        }

        return true;
    }

    // The same over another page of a space that does not run. By itself, and with a walk of its own, so that it costs
    // the most usual way nothing.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool LendOverPage(
        ref AddressSpace source, VirtAddr from, ref AddressSpace target, EntrySlot slot, PageRights allowed)
    {
        PageWalk walk = PageWalk.To(source.Root, from, level: 1);
        bool wasWritable = walk.Entry.IsWritable;
        ProcessContexts.Forget(ref target);
        ReplacePages(walk.Slot, slot, count: 1, new RightsMask(allowed & walk.RightsAbove));
        if (wasWritable && walk.IsOpenAbove)
        {
            ForgetPage(ref source, from);
        }

        return true;
    }

    // The usual: one table on each side, that of the target is its own already, and the quota is ample.
    private bool TryLendAtOnce(
        ref AddressSpace source, PageRange from, ref AddressSpace target, PageRange to, PageRights allowed)
    {
        var chunk = PageChunk.At(to.Start, to.End, Machine.Geometry.Levels, from.Start);
        if (chunk.End != to.End
            || !PageWalk.TryReachOwn(target.Root, to.Start, chunk.Level, out EntrySlot slot)
            || !IsAmple(in target, (ulong)chunk.Count * EntryWeight.OfWhole(chunk.Level).Value))
        {
            return false;
        }

        PageWalk walk = PageWalk.To(source.Root, from.Start, chunk.Level);
        if (walk.Level != chunk.Level || walk.Slot.Index + chunk.Count > Machine.Geometry.EntriesPerTable)
        {
            return false;
        }

        if (LendEntries(ref source, from.Start, in walk, ref target, in chunk, slot, allowed))
        {
            PruneAll(ref target, to);
        }

        Conclude();
        return true;
    }

    private PagingError LendMany(
        ref AddressSpace source, PageRange from, ref AddressSpace target, PageRange to, PageRights allowed)
    {
        PagingError error = CheckLend(in source, from, in target, to);
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

    // Whether a space can be charged a page more.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool HasRoomForPage(in AddressSpace space) =>
        space.Charge.Value < space.Quota.Value && Charged.Value < Capacity.Value;

    // Whether a space can be charged so much more without a closer look.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool IsAmple(in AddressSpace space, ulong most) =>
        space.Charge.Value + most <= space.Quota.Value && Charged.Value + most <= Capacity.Value;

    // A loop, and no call of itself: that would be a jump with arguments on the stack, which no unwinder follows.
    private PagingError CheckLend(in AddressSpace source, PageRange from, in AddressSpace target, PageRange to)
    {
        while (true)
        {
            SettleTally tally = CountLend(in source, from, in target, to);
            PagingError error = IsAmple(in target, tally.Weight + tally.Created)
                ? PagingError.None
                : CheckCharge(target.Charge, target.Quota, WeighLend(in source, from, in target, to) + tally.Created);
            if (error != PagingError.None || tally.Frames <= Frames.Free.Value)
            {
                return error;
            }

            if (!TryMakeRoom(tally.Frames))
            {
                return PagingError.OutOfMemory;
            }
        }
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

    // Whether a table holds nothing any more. The source is walked again: settling the target may have copied tables
    // that both had.
    private bool LendChunk(
        ref AddressSpace source, ref AddressSpace target, PageChunk to, VirtAddr from, PageRights allowed)
    {
        var slot = new EntrySlot(Settle(ref target, to.Address, to.Level), to.Index);
        PageWalk walk = PageWalk.To(source.Root, from, to.Level);
        return walk.Level > to.Level
            ? LendParts(ref source, from, in walk, ref target, in to, slot, allowed)
            : LendEntries(ref source, from, in walk, ref target, in to, slot, allowed);
    }

    private bool LendEntries(
        ref AddressSpace source, VirtAddr from, ref readonly PageWalk walk,
        ref AddressSpace target, ref readonly PageChunk to, EntrySlot slot, PageRights allowed)
    {
        if (walk.IsOpenAbove)
        {
            NoteWritable(ref source, from, walk.Slot, to.Level, to.Count);
        }

        ulong any = EntryRun.BitsOfAny(slot, to.Count);
        var within = new RightsMask(allowed & walk.RightsAbove);
        if (to.Level == 1 && (any & PageEntry.Present) != 0 && target.Register != ActiveRegister)
        {
            ProcessContexts.Forget(ref target);
            return FinishLending(ref target, in to, slot, ReplacePages(walk.Slot, slot, to.Count, within));
        }

        int less = any == 0 ? 0 : ClearFilledEntries(ref target, in to, slot);
        int more = to.Level == 1
            ? SharePages(walk.Slot, slot, to.Count, within)
            : LendTables(walk.Slot, slot, in to, within);
        return FinishLending(ref target, in to, slot, more - less);
    }

    private static int LendTables(EntrySlot from, EntrySlot to, ref readonly PageChunk chunk, RightsMask within)
    {
        uint weight = 0;
        for (int step = 0; step < chunk.Count; step++)
        {
            weight += ShareTable(from[step], to[step], chunk.Level, within);
        }

        return (int)weight;
    }

    private bool FinishLending(ref AddressSpace target, ref readonly PageChunk to, EntrySlot slot, int more)
    {
        NoteSlots(ref target, to.Level, to.Index, to.Count);
        AddCharge(in target, to.Address, to.Level, more);
        return Machine.Record(slot.Table).Weight == EntryWeight.OfTable;
    }

    // What the owner could write to at once it cannot any more.
    private void NoteWritable(ref AddressSpace source, VirtAddr from, EntrySlot first, int level, int count)
    {
        if (source.Register != ActiveRegister)
        {
            if (ProcessContexts.IsKept(in source)
                && (EntryRun.BitsOfAny(first, count) & PageEntry.Writable) != 0)
            {
                ProcessContexts.Forget(ref source);
            }

            return;
        }

        if ((EntryRun.BitsOfAny(first, count) & PageEntry.Writable) == 0)
        {
            return;
        }

        ByteCount size = Machine.Geometry.SizeAt(level);
        VirtAddr at = from;
        EntrySlot slot = first;
        for (int left = count; left > 0 && !_invalidations.IsWhole; left--)
        {
            PageEntry entry = slot.Entry;
            if (entry.IsWritable)
            {
                NoteOwnEntry(at, entry, level);
            }

            slot = slot[1];
            at += size;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void NoteOwnEntry(VirtAddr at, PageEntry entry, int level)
    {
        if (entry.IsTable(level))
        {
            _invalidations.AddWhole();
        }
        else
        {
            _invalidations.AddPage(at);
        }
    }

    private static int WeightOf(EntrySlot first, int level, int count)
    {
        int weight = 0;
        for (int step = 0; step < count; step++)
        {
            weight += (int)EntryWeight.Of(first[step].Entry, level).Value;
        }

        return weight;
    }

    private bool LendParts(
        ref AddressSpace source, VirtAddr from, ref readonly PageWalk walk,
        ref AddressSpace target, ref readonly PageChunk to, EntrySlot slot, PageRights allowed)
    {
        var chunk = new LentChunk(to, from, walk);
        var within = new RightsMask(allowed & walk.RightsAbove);
        int less = ClearEntries(ref target, in to, slot);
        PrepareParts(ref source, in chunk);
        for (int step = 0; step < to.Count; step++)
        {
            PageEntry part = chunk.EntryOf(step);
            if (part.IsPresent)
            {
                AddReferences(part);
            }

            EntrySlot place = slot[step];
            place.Entry = part.Within(within);
        }

        return FinishLending(ref target, in to, slot, WeightOf(slot, to.Level, to.Count) - less);
    }

    // A part of a larger page is counted by itself from now on; the source keeps its one entry, which writes no more.
    private void PrepareParts(ref AddressSpace source, ref readonly LentChunk chunk)
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
            NotePage(ref source, chunk.From);
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
