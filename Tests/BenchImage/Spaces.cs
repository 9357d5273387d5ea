using Kernel.Memory;
using Kernel.Metal;
using Kernel.Units;

namespace Kernel.Bench;

/// <summary>Address spaces to measure with; whatever goes wrong is a panic.</summary>
internal static class Spaces
{
    // A write in user mode (Intel SDM vol. 3, 4.7).
    private const ulong UserWrite = 6;

    /// <summary>Where figures map memory: aligned to 1 GiB.</summary>
    internal static VirtAddr Base => new(1UL << 30);

    /// <summary>A quota that no figure reaches.</summary>
    internal static FrameCount Unlimited => new(uint.MaxValue >> 1);

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
        Map(ref space, start, length);
        for (VirtAddr page = start; page < start + length; page += ByteCount.FromKiB(4))
        {
            Demand(Write(ref space, page) == FaultOutcome.DemandZero);
        }
    }

    /// <summary>Maps memory that comes when it is written to.</summary>
    internal static void Map(ref AddressSpace space, VirtAddr start, ByteCount length) => Demand(
        State.Memory.Map(ref space, Range(start, length), RegionKind.Anonymous, PageRights.Write) == PagingError.None);

    /// <summary>A write that faults.</summary>
    internal static FaultOutcome Write(ref AddressSpace space, VirtAddr page) =>
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
