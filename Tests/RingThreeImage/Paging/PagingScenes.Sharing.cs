using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <content>Who else has something, and what there is to forget.</content>
internal static partial class PagingScenes
{
    // A large page whose other owner is gone; the way to it is the space's own already, or marked once more.
    private static ulong SoleLargePage(ref Laboratory laboratory, bool isOpen)
    {
        _ = Made(ref laboratory, 0);
        _ = MapBlock(ref laboratory, FrameOrder.Large, 4 * Large);
        Fill(ref laboratory, 0, first: 5 * Large, count: 1);
        PagingError error = laboratory.Memory.TryFork(ref laboratory.Space(0), Ample, out laboratory.Space(1));
        FaultOutcome beside = Write(ref laboratory, 0, 5 * Large);
        End(ref laboratory, 1);
        if (!isOpen)
        {
            _ = laboratory.Memory.TryFork(ref laboratory.Space(0), Ample, out laboratory.Space(1));
            End(ref laboratory, 1);
        }

        FaultOutcome outcome = Write(ref laboratory, 0, 4 * Large);
        return Sum(ref laboratory, (uint)beside << 8 | (uint)outcome, error);
    }

    // A page that could be written to, but for a table above that another space has, too.
    private static ulong LendBelowSharedTable(ref Laboratory laboratory)
    {
        ref PagingManager memory = ref laboratory.Memory;
        ref AddressSpace space = ref Made(ref laboratory, 0);
        Fill(ref laboratory, 0, first: 1, count: 2);
        _ = memory.TryFork(ref space, Ample, out laboratory.Space(1));
        ref AddressSpace other = ref Made(ref laboratory, 2);
        Fill(ref laboratory, 2, first: 7, count: 1);
        PagingError error = memory.Lend(ref space, Pages(1, 1), ref other, At(8), PageRights.Write);
        return Sum(ref laboratory, 0, error);
    }

    // The running space lends a page to where nothing is, one over another, and then many lose a right: more than are
    // forgotten one by one.
    private static ulong ForgetPages(ref Laboratory laboratory)
    {
        const ulong count = Invalidations.MostPages + 2;
        ref PagingManager memory = ref laboratory.Memory;
        ref AddressSpace space = ref Made(ref laboratory, 0);
        ref AddressSpace other = ref Made(ref laboratory, 1);
        Fill(ref laboratory, 0, first: 1, count);
        Fill(ref laboratory, 1, first: 1, count: 1);
        memory.Activate(ref space);
        PagingError error = memory.Lend(ref space, Pages(1, 1), ref other, At(8), PageRights.Write);
        ulong sum = Sum(ref laboratory, 0, error);
        error = memory.Lend(ref space, Pages(2, 1), ref other, At(1), PageRights.Write);
        sum ^= Sum(ref laboratory, 1, error);
        Fill(ref laboratory, 0, first: 1, count: 2);
        error = memory.Protect(ref space, Pages(1, count), PageRights.Read);
        memory.ActivateKernel();
        return sum ^ Sum(ref laboratory, 2, error);
    }

    // An entry of the root, which is 512 GiB, comes to another place, and goes from there.
    private static ulong LendRootEntry(ref Laboratory laboratory)
    {
        const ulong all = Large * Large * Large;
        ref PagingManager memory = ref laboratory.Memory;
        ref AddressSpace space = ref Made(ref laboratory, 0);
        Fill(ref laboratory, 0, first: 1, count: 1);
        PagingError ofLending = memory.Lend(ref space, Pages(0, all), ref space, At(2 * all), PageRights.Write);
        ulong lent = Sum(ref laboratory, 0, ofLending);
        PagingError ofUnmapping = memory.Unmap(ref space, Pages(2 * all, all));
        return lent ^ Sum(ref laboratory, 1, ofUnmapping);
    }

    // Nothing is left: each way to take a frame says so, and pages cannot be lent where tables are missing.
    private static ulong TakeLast(ref Laboratory laboratory)
    {
        ref FrameAllocator frames = ref laboratory.Memory.Frames;
        FrameHoard hoard = default;
        ref AddressSpace space = ref Made(ref laboratory, 0);
        Fill(ref laboratory, 0, first: 1, count: 1);
        hoard.LeaveFree(ref frames, 0);
        PagingError error = laboratory.Memory.Lend(
            ref space, Pages(1, 1), ref space, At(3 * Large), PageRights.Write);
        bool isTaken = frames.TryTake(FrameUse.Kernel, out _)
            || frames.TryTakeZeroed(FrameUse.Kernel, out _)
            || frames.TryTakeBlock(FrameOrder.One, FrameZone.Anywhere, FrameUse.Kernel, out _);
        hoard.Release(ref frames);
        return Sum(ref laboratory, isTaken ? 1U : 0, error);
    }
}
