using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <content>A reserve of frames that hold zeros, filled when there is nothing better to do.</content>
public partial struct FrameAllocator
{
    /// <summary>
    /// Takes one frame of zeros with one reference: from the reserve, or else any that is cleared now. False, and
    /// nothing has changed, where none is free.
    /// </summary>
    /// <param name="use">What it is for; from <see cref="FrameUse.Kernel"/> on.</param>
    /// <param name="frame">The frame; none where none is free.</param>
    public bool TryTakeZeroed(FrameUse use, out Frame frame)
    {
        if (TryTakeReserve(use, out frame))
        {
            return true;
        }

        if (!TryTake(use, out frame))
        {
            return false;
        }

        Machine.ClearPage(frame);
        return true;
    }

    /// <summary>
    /// Clears free frames and keeps them: at most <paramref name="budget"/>, and until
    /// <see cref="FrameCache.Capacity"/> are kept. They stay free for every other purpose. Gives how many it cleared.
    /// </summary>
    public FrameCount FillReserve(FrameCount budget)
    {
        uint cleared = 0;
        while (cleared < budget.Value && !_zeroed.IsFull && TryPick(out Frame frame))
        {
            Machine.ClearPage(frame);
            _zeroed.Push(frame, ref Machine.Record(frame), FrameUse.Zeroed);
            cleared++;
        }

        return new FrameCount(cleared);
    }

    private bool TryTakeReserve(FrameUse use, out Frame frame)
    {
        frame = _zeroed.Top;
        if (frame == Frame.None)
        {
            return false;
        }

        ref FrameRecord record = ref Machine.Record(frame);
        _zeroed.Pop(ref record);
        record.HandOut(use);
        return true;
    }

    private bool TryPick(out Frame frame)
    {
        frame = _ready.Top;
        if (frame == Frame.None)
        {
            return _lists.TryTake(FrameOrder.One, FrameZone.Anywhere, out frame);
        }

        _ready.Pop(ref Machine.Record(frame));
        return true;
    }
}
