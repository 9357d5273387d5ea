using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <content>Blocks of more than one frame, and memory below a limit.</content>
public partial struct FrameAllocator
{
    /// <summary>
    /// Takes a block of contiguous frames, aligned to its size, with unknown contents and one reference, which its
    /// first frame's record holds. False where there is none: which frames are free has not changed then.
    /// </summary>
    /// <param name="order">Its size.</param>
    /// <param name="zone">The highest zone that will do.</param>
    /// <param name="use">What it is for; from <see cref="FrameUse.Kernel"/> on.</param>
    /// <param name="block">Its first frame; none where there is none.</param>
    public bool TryTakeBlock(FrameOrder order, FrameZone zone, FrameUse use, out Frame block)
    {
        block = Frame.None;
        if (order > FrameOrder.Huge || order.Frames > Free)
        {
            return false;
        }

        if (!_lists.TryTake(order, zone, out block) && !(TryGather() && _lists.TryTake(order, zone, out block)))
        {
            return false;
        }

        Machine.Record(block) = new FrameRecord { References = 1, Use = use, Order = order };
        return true;
    }

    /// <summary>
    /// Gives the single frames at hand and the zeroed ones back to the lists, where they may join into blocks: at most
    /// two times <see cref="FrameCache.Capacity"/>. False where there were none.
    /// </summary>
    public bool TryGather()
    {
        bool gathered = TryEmpty(ref _ready);
        return TryEmpty(ref _zeroed) || gathered;
    }

    private bool TryEmpty(ref FrameCache cache)
    {
        bool hadFrames = cache.Top != Frame.None;
        while (cache.Top != Frame.None)
        {
            Frame frame = cache.Top;
            ref FrameRecord record = ref Machine.Record(frame);
            cache.Pop(ref record);
            record = default;
            _lists.Return(frame, FrameOrder.One, in _records);
        }

        return hadFrames;
    }
}
