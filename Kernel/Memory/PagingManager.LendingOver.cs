using System;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <content>Pages lent over other pages, as long messages are: looked at and replaced in one walk of each side.</content>
public partial struct PagingManager
{
    /// <summary>
    /// Shows pages that a space may write in place of others that another one may write, if all of either side's stand
    /// in one table, and that of the target, which is not the processor's, is its own. No quota changes by that. False,
    /// and nothing has changed, where it takes a closer look.
    /// </summary>
    /// <param name="source">Whose pages they are.</param>
    /// <param name="from">The first one's address; not a page's where there is nothing to lend.</param>
    /// <param name="target">Another space.</param>
    /// <param name="to">Where the first one will be.</param>
    /// <param name="length">So many bytes, which may be no pages either.</param>
    internal bool TryLendOver(
        ref AddressSpace source, VirtAddr from, ref AddressSpace target, VirtAddr to, ByteCount length)
    {
        Geometry geometry = Machine.Geometry;
        ulong offset = geometry.SizeAt(1).Value - 1;
        ulong pages = geometry.WholePages(length);
        if (((from.Value | to.Value | length.Value) & offset) != 0
            || !PageRange.CanHold(from) || !PageRange.CanHold(to)
            || target.Register == ActiveRegister
            || !PageWalk.TryReachOwn(target.Root, to, level: 1, out EntrySlot slot))
        {
            return false;
        }

        PageWalk walk = PageWalk.To(source.Root, from, level: 1);
        int last = Math.Max(slot.Index, walk.Slot.Index);
        if (walk.Level != 1 || pages > (ulong)(geometry.EntriesPerTable - last)
            || (walk.RightsAbove & PageRights.Write) == 0
            || !AreThere(walk.Slot, (int)pages, PageRights.Write) || !AreThere(slot, (int)pages, PageRights.Write))
        {
            return false;
        }

        if (walk.IsOpenAbove)
        {
            NoteWritable(ref source, from, walk.Slot, level: 1, (int)pages);
        }

        ProcessContexts.Forget(ref target);
        ReplacePages(walk.Slot, slot, (int)pages, new RightsMask(PageRights.Write));
        Conclude();
        return true;
    }
}
