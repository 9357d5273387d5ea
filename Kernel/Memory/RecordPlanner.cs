using Kernel.Firmware;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// Decides which frames get records and where the records lie: those of a region at its own upper end where they fit,
/// so that low memory is left to those who need it. 16 bytes for 4,096 are 0.39 % of memory.
/// </summary>
public readonly ref struct RecordPlanner
{
    // The frames of a large page: so many pages of records can be mapped by one entry, if they lie as it wants.
    private const uint LargePageFrames = 512;

    private readonly ref readonly BootInfo _boot;
    private readonly BootUse _inUse;
    private readonly ref RecordRuns _runs;

    private RecordPlanner(ref readonly BootInfo boot, in BootUse inUse, ref RecordRuns runs)
    {
        _boot = ref boot;
        _inUse = inUse;
        _runs = ref runs;
    }

    /// <summary>
    /// Adds the runs of records for all ordinary memory to <paramref name="runs"/>, which was empty. A region so small
    /// that its records would fill it gets none. False where memory lacks the room for records.
    /// </summary>
    public static bool TryPlan(ref readonly BootInfo boot, in BootUse inUse, ref RecordRuns runs) =>
        new RecordPlanner(in boot, in inUse, ref runs).TryPlanAll();

    private bool TryPlanAll()
    {
        Frame next = Frame.None;
        foreach (ref readonly MemoryRegion region in _boot.Memory.Regions)
        {
            FrameRange frames = FrameRange.Within(region.Range);
            FrameRange described = DescribedFrom(next, frames);
            if (region.Kind != MemoryKind.Usable || described.IsEmpty || PagesFor(described) >= frames.Count.Value)
            {
                continue;
            }

            if (!TryPlace(frames, described, out Frame backing) || !_runs.TryAdd(new RecordRun(described, backing)))
            {
                return false;
            }

            next = described.End;
        }

        return true;
    }

    // Whole pages of records, without the one that the region below may have asked for already.
    private static FrameRange DescribedFrom(Frame next, FrameRange frames)
    {
        const uint mask = RecordRun.FramesPerPage - 1;
        var first = new Frame(frames.First.Number & ~mask);
        var end = new Frame((frames.End.Number + mask) & ~mask);
        first = first > next ? first : next;
        return frames.IsEmpty || end <= first ? new FrameRange(first, first) : new FrameRange(first, end);
    }

    private static uint PagesFor(FrameRange described) => described.Count.Value / RecordRun.FramesPerPage;

    private bool TryPlace(FrameRange region, FrameRange described, out Frame backing)
    {
        if (TryPlaceIn(region, described, out backing))
        {
            return true;
        }

        foreach (ref readonly MemoryRegion other in _boot.Memory.Regions)
        {
            if (other.Kind == MemoryKind.Usable && TryPlaceIn(FrameRange.Within(other.Range), described, out backing))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryPlaceIn(FrameRange region, FrameRange described, out Frame backing)
    {
        Frame end = region.End;
        while (TryFit(new FrameRange(region.First, end), described, out FrameRange place))
        {
            if (!IsTaken(place, out FrameRange taken))
            {
                backing = place.First;
                return true;
            }

            end = taken.First;
        }

        backing = Frame.None;
        return false;
    }

    private static bool TryFit(FrameRange room, FrameRange described, out FrameRange place)
    {
        uint pages = PagesFor(described);
        uint offset = 0;
        if (pages >= LargePageFrames)
        {
            offset = (room.End.Number - pages - (described.First.Number / RecordRun.FramesPerPage)) % LargePageFrames;
        }

        bool fits = !room.IsEmpty && room.Count.Value >= pages + offset;
        place = fits ? new FrameRange(new(room.End.Number - offset - pages), new(room.End.Number - offset)) : default;
        return fits;
    }

    private bool IsTaken(FrameRange place, out FrameRange taken)
    {
        foreach (ref readonly RecordRun run in _runs.All)
        {
            taken = run.Records;
            if (taken.Overlaps(place))
            {
                return true;
            }
        }

        return _inUse.Overlaps(place, out taken);
    }
}
