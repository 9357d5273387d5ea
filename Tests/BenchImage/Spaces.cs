using System;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Metal;
using Kernel.Units;

namespace Kernel.Bench;

/// <summary>Address spaces to measure with; whatever goes wrong is a panic.</summary>
internal static class Spaces
{
    /// <summary>What a program writes to in user mode: its page fault's error code (Intel SDM vol. 3, 4.7).</summary>
    internal const ulong UserWrite = 6;

    /// <summary>Where figures map memory: aligned to 1 GiB.</summary>
    internal static VirtAddr Base => new(1UL << 30);

    private static FrameCount Unlimited => new(uint.MaxValue >> 1);

    /// <summary>An empty space.</summary>
    internal static void Create(ref AddressSpace space) =>
        Demand(State.Memory.TryCreate(Unlimited, out space) == PagingError.None);

    /// <summary>A copy of a space.</summary>
    internal static void Fork(ref AddressSpace parent, ref AddressSpace child) =>
        Demand(State.Memory.TryFork(ref parent, Unlimited, out child) == PagingError.None);

    /// <summary>Whole pages.</summary>
    internal static PageRange Range(VirtAddr start, ByteCount length)
    {
        Demand(PageRange.Decode(start, length, out PageRange range) == PagingError.None);
        return range;
    }

    /// <summary>Maps memory and writes to each of its pages.</summary>
    internal static void MapTouched(ref AddressSpace space, VirtAddr start, ByteCount length)
    {
        PageRange range = Range(start, length);
        Demand(State.Memory.Map(ref space, range, RegionKind.Anonymous, PageRights.Write) == PagingError.None);
        for (VirtAddr page = range.Start; page < range.End; page += new ByteCount(4096))
        {
            Demand(Touch(ref space, page) == FaultOutcome.DemandZero);
        }
    }

    /// <summary>A write that faults.</summary>
    internal static FaultOutcome Touch(ref AddressSpace space, VirtAddr page) =>
        State.Memory.ResolveFault(ref space, page, new PageFaultCode(UserWrite));

    /// <summary>Ends a space and all that is left of it.</summary>
    internal static void Destroy(ref AddressSpace space)
    {
        State.Memory.Destroy(ref space);
        while (State.Memory.Reap(1024))
        {
        }
    }

    /// <summary>Panics where it is not so.</summary>
    internal static void Demand(bool isSo)
    {
        if (!isSo)
        {
            Panic.Stop("an address space does not do what a figure needs"u8);
        }
    }
}
