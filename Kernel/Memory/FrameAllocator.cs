using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
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
    // A quarter of what the cache holds.
    private static FrameOrder RefillOrder => new(4);

    private FrameCache _ready;
    private FrameCache _zeroed;
    private FrameCount _reserved;
    private FrameCount _all;
    private BuddyLists _lists;
    private RecordRuns _records;

    /// <summary>The frames that can be handed out.</summary>
    public readonly FrameCount Free => _lists.Frames + _ready.Count + _zeroed.Count;

    /// <summary>The frames in use, the kernel's own among them.</summary>
    public readonly FrameCount Used => _all - _reserved - Free;

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
        Frame top = _ready.Top;
        if (top == Frame.None)
        {
            return TryTakeElsewhere(use, out frame);
        }

        ref FrameRecord record = ref Machine.Record(top);
        _ready.Pop(ref record);
        record.HandOut(use);
        frame = top;
        return true;
    }

    /// <summary>
    /// Drops a reference to a frame or a block that was taken in one piece, and gives it back where that was the last
    /// one. The caller knows that no processor can reach the frame through it any more. Panics where there was none.
    /// </summary>
    public void ReleaseReference(Frame frame)
    {
        ref FrameRecord record = ref Machine.Record(frame);
        if (!record.IsPlainWithOneReference || _ready.IsFull || !IsOrdinary(frame))
        {
            ReleaseReferenceOtherwise(frame);
            return;
        }

        FillFreed(frame, FrameOrder.One);
        _ready.Push(frame, ref record, FrameUse.Ready);
    }

    /// <summary>
    /// Gives back a frame or a block that was taken in one piece and whose last reference has been dropped. Panics
    /// where one is left, and where it begins no frame or block in use.
    /// </summary>
    public void Release(Frame frame)
    {
        ref FrameRecord record = ref Machine.Record(frame);
        if (record.References != 0)
        {
            FramePanic.Stop(frame, "it was released while something points at it"u8);
        }

        if (record.Use < FrameUse.Kernel)
        {
            FramePanic.Stop(frame, "it was released, but it begins no frame or block in use"u8);
        }

        FrameOrder order = record.Order;
        FillFreed(frame, order);
        if (order == FrameOrder.One && !_ready.IsFull && IsOrdinary(frame))
        {
            _ready.Push(frame, ref record, FrameUse.Ready);
            return;
        }

        record = default;
        _lists.Return(frame, order, in _records);
    }

    // What devices of 24 address bits can reach is not kept at hand for everybody.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsOrdinary(Frame frame) => frame.Number >= BuddyLists.IsaFrames;

    private bool TryTakeElsewhere(FrameUse use, out Frame frame)
    {
        if (TryRefill())
        {
            return TryTake(use, out frame);
        }

        if (!_lists.TryTake(FrameOrder.One, FrameZone.Anywhere, out frame))
        {
            return TryTakeReserve(use, out frame);
        }

        Machine.Record(frame).HandOut(use);
        return true;
    }

    // Many frames at once, so that taking one after the other costs little more than taking what was just given back.
    private bool TryRefill()
    {
        if (!_lists.TryTake(RefillOrder, FrameZone.Anywhere, out Frame block))
        {
            return false;
        }

        if (!IsOrdinary(block))
        {
            _lists.Return(block, RefillOrder, in _records);
            return false;
        }

        for (Frame frame = block + RefillOrder.Frames; frame > block;)
        {
            frame = new Frame(frame.Number - 1);
            _ready.Push(frame, ref Machine.Record(frame), FrameUse.Ready);
        }

        return true;
    }

    // Not inlined: it wants a stack, which the way past it can do without.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReleaseReferenceOtherwise(Frame frame)
    {
        if (FrameTable.DropReference(frame))
        {
            Release(frame);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FillFreed(Frame first, FrameOrder order)
    {
        if (!FreedFrames.AreFilled)
        {
            return;
        }

        Frame end = first + order.Frames;
        for (Frame frame = first; frame < end; frame += FrameOrder.One.Frames)
        {
            Machine.FillPage(frame, FreedFrames.Junk);
        }
    }
}
