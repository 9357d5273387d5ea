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
