using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Memory;

/// <content>A run of entries of one table, lent as far as the source has such entries.</content>
public partial struct PagingManager
{
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
}
