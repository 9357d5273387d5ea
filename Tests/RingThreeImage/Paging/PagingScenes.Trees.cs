using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <content>Trees of tables that random programs seldom make.</content>
internal static partial class PagingScenes
{
    // A page with more entries than a record counts, which go in one operation.
    private static ulong ManyEntries(ref Laboratory laboratory)
    {
        const ulong entries = ushort.MaxValue + 5;
        ref PagingManager memory = ref laboratory.Memory;
        ref AddressSpace space = ref Made(ref laboratory, 0);
        Fill(ref laboratory, 0, first: 1, count: 1);
        for (ulong count = 1; count < entries;)
        {
            ulong more = count % Large == 0 ? 1 : count < entries - count ? count : entries - count;
            _ = memory.Lend(ref space, Pages(1, more), ref space, At(1 + count), PageRights.Write);
            count += more;
        }

        ref AddressSpace empty = ref Made(ref laboratory, 1);
        uint references = FrameTable.References(PagingManager.Query(in space, At(1)).Frame);
        PagingError error = memory.Lend(ref empty, Pages(2, entries), ref space, At(1), PageRights.Write);
        return Sum(ref laboratory, references, error);
    }

    // A large page is replaced by a hole, and a part of it lent behind: its block has one entry fewer before it is split.
    private static ulong SplitAfterHole(ref Laboratory laboratory)
    {
        ref PagingManager memory = ref laboratory.Memory;
        ref AddressSpace space = ref Made(ref laboratory, 0);
        Frame block = MapBlock(ref laboratory, FrameOrder.Large, 4 * Large);
        _ = memory.TryFork(ref space, Ample, out laboratory.Space(1));
        PagingError error = memory.Lend(
            ref space, Pages(3 * Large, Large + 3), ref laboratory.Space(1), At(4 * Large), PageRights.Write);
        return Sum(ref laboratory, FrameTable.References(block), error);
    }

    // A space has a large page twice, and loses one of them and a part of the other.
    private static ulong SplitAfterUnmapping(ref Laboratory laboratory)
    {
        ref PagingManager memory = ref laboratory.Memory;
        ref AddressSpace space = ref Made(ref laboratory, 0);
        Frame block = MapBlock(ref laboratory, FrameOrder.Large, 4 * Large);
        _ = memory.Lend(ref space, Pages(4 * Large, Large), ref space, At(5 * Large), PageRights.Write);
        PagingError error = memory.Unmap(ref space, Pages(4 * Large, Large + 3));
        return Sum(ref laboratory, FrameTable.References(block), error);
    }

    // More large pages than are forgotten one by one, of the space that runs, lent from one page on to another place.
    private static ulong PartsOfMany(ref Laboratory laboratory)
    {
        const ulong count = Invalidations.MostPages + 2;
        ref PagingManager memory = ref laboratory.Memory;
        ref AddressSpace space = ref Made(ref laboratory, 0);
        for (ulong page = 0; page < count; page++)
        {
            _ = MapBlock(ref laboratory, FrameOrder.Large, page * Large);
        }

        memory.Activate(ref space);
        PagingError error = memory.Lend(
            ref space, Pages(1, (count * Large) - 1), ref Made(ref laboratory, 1), At(0), PageRights.Write);
        memory.ActivateKernel();
        return Sum(ref laboratory, 0, error);
    }

    // Of a page of 1 GiB two large parts, and of another one to come.
    private static ulong PartsOfLargest(ref Laboratory laboratory)
    {
        const ulong largest = Large * Large;
        ref PagingManager memory = ref laboratory.Memory;
        ref AddressSpace space = ref Made(ref laboratory, 0);
        Frame block = MapBlock(ref laboratory, FrameOrder.Huge, largest);
        _ = memory.Map(ref space, Pages(2 * largest, largest), RegionKind.Data, PageRights.Write);
        PagingError there = memory.Lend(
            ref space, Pages(largest + Large, 2 * Large), ref space, At(3 * Large), PageRights.Write);
        PagingError toCome = memory.Lend(
            ref space, Pages((2 * largest) + Large, 2 * Large), ref space, At(6 * Large), PageRights.Read);
        uint references = FrameTable.References(block + new FrameCount((uint)Large));
        return Sum(ref laboratory, (references << 8) | (uint)there, toCome);
    }

    // What is below a table lent read-only may be written as far as its own entries say.
    private static ulong ReadOnlyTable(ref Laboratory laboratory)
    {
        ref PagingManager memory = ref laboratory.Memory;
        ref AddressSpace space = ref Made(ref laboratory, 0);
        ref AddressSpace borrower = ref Made(ref laboratory, 1);
        _ = memory.Map(ref space, Pages(Large, Large - 1), RegionKind.Data, PageRights.Write);
        PagingError error = memory.Lend(
            ref space, Pages(Large, Large), ref borrower, At(3 * Large), PageRights.Read);
        bool mayRead = PagingManager.Allows(in borrower, At(3 * Large), new ByteCount(8192), PageRights.Read);
        bool mayWrite = PagingManager.Allows(in borrower, At(3 * Large), new ByteCount(8192), PageRights.Write);
        return Sum(ref laboratory, (mayRead ? 1U : 0) | (mayWrite ? 2U : 0), error);
    }

    // Where charges leave little room, what the target loses is weighed: here a part of one entry for 1 GiB to come.
    private static ulong PartOfPagesToCome(ref Laboratory laboratory)
    {
        const ulong largest = Large * Large;
        ref PagingManager memory = ref laboratory.Memory;
        ref AddressSpace space = ref Made(ref laboratory, 0);
        _ = memory.Map(ref space, Pages(largest, largest), RegionKind.Data, PageRights.Write);
        _ = MapBlock(ref laboratory, FrameOrder.Large, 4 * Large);
        memory.Capacity = memory.Charged + new FrameCount(1);
        PagingError error = memory.Lend(
            ref space, Pages(4 * Large, Large), ref space, At(largest + Large), PageRights.Write);
        return Sum(ref laboratory, 0, error);
    }
}
