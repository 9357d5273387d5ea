using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// Frames that have records, in steps of 1 MiB because a page of records describes so much, and where the records
/// themselves lie.
/// </summary>
/// <param name="Described">The frames that have records; whole multiples of <see cref="FramesPerPage"/>.</param>
/// <param name="Backing">The first of the frames that hold the records.</param>
public readonly record struct RecordRun(FrameRange Described, Frame Backing)
{
    /// <summary>The frames that a page of records describes.</summary>
    public const uint FramesPerPage = (1U << Frame.Shift) / Machines.FrameRecord.Size;

    /// <summary>The frames that hold the records.</summary>
    public FrameRange Records => new(Backing, Backing + new FrameCount(Described.Count.Value / FramesPerPage));

    /// <summary>Where the first of the records appears.</summary>
    public VirtAddr FirstRecord =>
        KernelLayout.FrameRecords + new ByteCount((ulong)Described.First.Number * Machines.FrameRecord.Size);
}
