using Kernel.Firmware;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>A run of frames, <paramref name="First"/> included, <paramref name="End"/> not.</summary>
/// <param name="First">The first frame in it.</param>
/// <param name="End">The first frame behind it; never below <paramref name="First"/>.</param>
public readonly record struct FrameRange(Frame First, Frame End)
{
    private const ulong OffsetMask = (1UL << Frame.Shift) - 1;

    /// <summary>Whether it holds no frame at all.</summary>
    public bool IsEmpty => End <= First;

    /// <summary>How many frames it holds.</summary>
    public FrameCount Count => End - First;

    /// <summary>Whether <paramref name="frame"/> is one of them.</summary>
    public bool Contains(Frame frame) => frame >= First && frame < End;

    /// <summary>Whether the two share a frame; an empty range shares none.</summary>
    public bool Overlaps(FrameRange other) =>
        !IsEmpty && !other.IsEmpty && other.First < End && First < other.End;

    /// <summary>The frames that lie wholly in <paramref name="range"/>, below <see cref="Frame.Limit"/>.</summary>
    public static FrameRange Within(PhysRange range)
    {
        Frame first = Ceiling(range.Start);
        Frame end = Frame.Holding(range.End);
        return new FrameRange(first, end > first ? end : first);
    }

    /// <summary>The frames that <paramref name="range"/> touches, below <see cref="Frame.Limit"/>.</summary>
    public static FrameRange Touching(PhysRange range)
    {
        Frame first = Frame.Holding(range.Start);
        return range.IsEmpty ? new FrameRange(first, first) : new FrameRange(first, Ceiling(range.End));
    }

    private static Frame Ceiling(PhysAddr address) => Frame.Holding(address + new ByteCount(OffsetMask));
}
