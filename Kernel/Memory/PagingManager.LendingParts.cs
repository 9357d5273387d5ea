using Kernel.Units;

namespace Kernel.Memory;

/// <content>A part of a larger page of the source's, lent as smaller pages.</content>
public partial struct PagingManager
{
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
}
