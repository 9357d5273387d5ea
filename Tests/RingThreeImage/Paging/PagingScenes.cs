using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>What random programs do not come to, in the image and on the host; each answers a sum.</summary>
internal static partial class PagingScenes
{
    /// <summary>How many there are.</summary>
    internal const int Count = 15;

    private const ulong Large = 512;

    private static FrameCount Ample => new(1U << 24);

    /// <summary>Plays one in a laboratory that has just been opened.</summary>
    internal static ulong Play(ref Laboratory laboratory, int number) => number switch
    {
        0 => ManyEntries(ref laboratory),
        1 => SplitAfterHole(ref laboratory),
        2 => SplitAfterUnmapping(ref laboratory),
        3 => PartsOfMany(ref laboratory),
        4 => ReadOnlyTable(ref laboratory),
        5 => PartOfPagesToCome(ref laboratory),
        6 => SoleLargePage(ref laboratory, isOpen: false),
        7 => SoleLargePage(ref laboratory, isOpen: true),
        8 => LendBelowSharedTable(ref laboratory),
        9 => ForgetPages(ref laboratory),
        10 => LendRootEntry(ref laboratory),
        11 => TakeLast(ref laboratory),
        12 => PartsOfLargest(ref laboratory),
        13 => Contexts(),
        _ => Words(),
    };

    private static ulong Sum(ref Laboratory laboratory, uint references, PagingError error)
    {
        PagingSum sum = default;
        sum.Add(references);
        sum.Add((ulong)error);
        sum.Add(ref laboratory.Memory);
        sum.Add((ulong)laboratory.Audit().Rule);
        for (int number = 0; laboratory.Space(number).Exists; number++)
        {
            sum.Add(in laboratory.Space(number));
        }

        return sum.Value;
    }

    private static ref AddressSpace Made(ref Laboratory laboratory, int number)
    {
        ref AddressSpace space = ref laboratory.Space(number);
        laboratory.Memory.Capacity = Ample;
        _ = laboratory.Memory.TryCreate(Ample, out space);
        return ref space;
    }

    // A page in one piece, in the first space.
    private static Frame MapBlock(ref Laboratory laboratory, FrameOrder order, ulong page)
    {
        ref PagingManager memory = ref laboratory.Memory;
        _ = memory.Frames.TryTakeBlock(order, FrameZone.Anywhere, FrameUse.Page, out Frame block);
        _ = memory.MapFrame(ref laboratory.Space(0), At(page), block, RegionKind.Data, PageRights.Write);
        return block;
    }

    private static void End(ref Laboratory laboratory, int number)
    {
        laboratory.Memory.Destroy(ref laboratory.Space(number));
        while (laboratory.Memory.Reap(1024))
        {
        }
    }

    // Pages of a space, each of which has been written to.
    private static void Fill(ref Laboratory laboratory, int number, ulong first, ulong count)
    {
        ref AddressSpace space = ref laboratory.Space(number);
        _ = laboratory.Memory.Map(ref space, Pages(first, count), RegionKind.Data, PageRights.Write);
        for (ulong page = first; page < first + count; page++)
        {
            _ = Write(ref laboratory, number, page);
        }
    }

    private static FaultOutcome Write(ref Laboratory laboratory, int number, ulong page) =>
        laboratory.Memory.ResolveFault(ref laboratory.Space(number), At(page), new PageFaultCode(0b110));

    private static VirtAddr At(ulong page) => new((1UL << 39) + (page << Frame.Shift));

    private static PageRange Pages(ulong first, ulong count)
    {
        _ = PageRange.Decode(At(first), new ByteCount(count << Frame.Shift), out PageRange range);
        return range;
    }
}
