using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>What each frame is used for when the frame table is set up, in stretches of the same use.</summary>
public readonly ref struct FrameSurvey
{
    private readonly ref readonly BootInfo _boot;
    private readonly BootUse _inUse;
    private readonly ref readonly RecordRuns _records;

    /// <summary>A survey of the memory that <paramref name="boot"/> lists.</summary>
    public FrameSurvey(ref readonly BootInfo boot, in BootUse inUse, ref readonly RecordRuns records)
    {
        _boot = ref boot;
        _inUse = inUse;
        _records = ref records;
    }

    /// <summary>
    /// What <paramref name="range"/>'s first frame is used for: free, the kernel's or reserved. The range, which is not
    /// empty, is shortened to the frames behind it of which the same is true.
    /// </summary>
    public FrameUse Classify(ref FrameRange range)
    {
        if (!IsUsable(ref range))
        {
            return FrameUse.Reserved;
        }

        bool isTaken = false;
        for (int i = 0; i < _inUse.Count; i++)
        {
            isTaken |= Meets(_inUse[i], ref range);
        }

        foreach (ref readonly RecordRun run in _records.All)
        {
            isTaken |= Meets(run.Records, ref range);
        }

        return isTaken ? FrameUse.Kernel : FrameUse.Free;
    }

    private bool IsUsable(ref FrameRange range)
    {
        bool isUsable = false;
        foreach (ref readonly MemoryRegion region in _boot.Memory.Regions)
        {
            isUsable |= region.Kind == MemoryKind.Usable && Meets(FrameRange.Within(region.Range), ref range);
        }

        return isUsable;
    }

    // Whether the range begins inside the other one; in any case it ends where the other one begins or ends.
    private static bool Meets(FrameRange other, ref FrameRange range)
    {
        if (!other.Overlaps(range))
        {
            return false;
        }

        bool isInside = other.Contains(range.First);
        Frame edge = isInside ? other.End : other.First;
        range = range with { End = edge < range.End ? edge : range.End };
        return isInside;
    }
}
