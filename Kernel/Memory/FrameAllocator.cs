using System.Diagnostics.CodeAnalysis;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// All frames that have records: who is free, who is in use. A frame is handed out with one reference, and is given
/// back when it has none. Single frames come and go in constant time over a cache; blocks and what the cache cannot
/// hold use the buddy system. Running out is an answer, never a panic; giving back what is not one's own is a panic
/// that names the frame.
/// </summary>
public partial struct FrameAllocator
{
    private FrameCache _ready;
    private FrameCount _free;
    private FrameCache _zeroed;
    private FrameCount _reserved;
    private FrameCount _all;
    private BuddyLists _lists;
    private RecordRuns _records;

    /// <summary>The frames that can be handed out.</summary>
    public readonly FrameCount Free => _free;

    /// <summary>The frames in use, the kernel's own among them.</summary>
    public readonly FrameCount Used => _all - _reserved - _free;

    /// <summary>The frames that nobody hands out: they lie between ordinary memory, in the same mebibytes.</summary>
    public readonly FrameCount Reserved => _reserved;

    /// <summary>All frames that have records: the free, the used and the reserved ones.</summary>
    public readonly FrameCount All => _all;

    /// <summary>The frames among the free ones that are known to hold zeros.</summary>
    public readonly FrameCount ZeroedFrames => _zeroed.Count;

    /// <summary>Which frames have records.</summary>
    [UnscopedRef]
    public readonly ref readonly RecordRuns Records => ref _records;

    /// <summary>
    /// Takes one frame, with unknown contents and one reference. False, and nothing has changed, where none is free.
    /// </summary>
    /// <param name="use">What it is for; from <see cref="FrameUse.Kernel"/> on.</param>
    /// <param name="frame">The frame; none where none is free.</param>
    public bool TryTake(FrameUse use, out Frame frame)
    {
        frame = _ready.Top;
        if (frame == Frame.None)
        {
            return TryTakeElsewhere(use, out frame);
        }

        ref FrameRecord record = ref Machine.Record(frame);
        _ready.Pop(ref record);
        HandOut(ref record, use);
        return true;
    }

    /// <summary>
    /// Gives back a frame or a block that was taken in one piece and that nothing points at. Panics where something
    /// does, and where it begins no frame or block in use.
    /// </summary>
    public void Release(Frame frame)
    {
        ref FrameRecord record = ref Machine.Record(frame);
        if (record.References != 0 || record.Use < FrameUse.Kernel)
        {
            RefuseRelease(frame, in record);
        }

        if (FreedFrames.AreFilled)
        {
            FillFreed(frame, record.Order);
        }

        if (record.Order == FrameOrder.One && !_ready.IsFull && IsOrdinary(frame))
        {
            _free = new FrameCount(_free.Value + 1);
            record.Cursor = 0;
            record.Link = Frame.None;
            _ready.Push(frame, ref record, FrameUse.Ready);
            return;
        }

        ReleaseToLists(frame, ref record);
    }

    // What few devices can reach is not kept at hand for everybody.
    private static bool IsOrdinary(Frame frame) => BuddyLists.ZoneOf(frame) > FrameZone.Isa;

    // The record's other fields are zero: so they lie in every free frame that begins no larger block.
    private void HandOut(ref FrameRecord record, FrameUse use)
    {
        record.References = 1;
        record.Use = use;
        record.Weight = FrameCount.Zero;
        _free = new FrameCount(_free.Value - 1);
    }

    private bool TryTakeElsewhere(FrameUse use, out Frame frame)
    {
        if (!_lists.TryTake(FrameOrder.One, FrameZone.Anywhere, out frame))
        {
            return TryTakeReserve(use, out frame);
        }

        HandOut(ref Machine.Record(frame), use);
        return true;
    }

    private void ReleaseToLists(Frame frame, ref FrameRecord record)
    {
        FrameOrder order = record.Order;
        record = default;
        _free += order.Frames;
        _lists.Return(frame, order, in _records);
    }

    private static void RefuseRelease(Frame frame, ref readonly FrameRecord record)
    {
        if (record.References != 0)
        {
            FramePanic.Stop(frame, "it was released while something points at it"u8);
        }

        FramePanic.Stop(frame, "it was released, but it begins no frame or block in use"u8);
    }

    private static void FillFreed(Frame first, FrameOrder order)
    {
        Frame end = first + order.Frames;
        for (Frame frame = first; frame < end; frame += FrameOrder.One.Frames)
        {
            Machine.FillPage(frame, FreedFrames.Junk);
        }
    }
}
