using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>Frames that are kept from a manager so that it runs short: each block's first word links to the next.</summary>
internal struct FrameHoard
{
    private Frame _first;

    /// <summary>Takes all frames but so many.</summary>
    internal void LeaveFree(ref FrameAllocator frames, uint count)
    {
        for (int exponent = FrameOrder.Huge.Exponent; exponent >= 0; exponent--)
        {
            var order = new FrameOrder((byte)exponent);
            while (frames.Free.Value >= count + order.Frames.Value
                && frames.TryTakeBlock(order, FrameZone.Anywhere, FrameUse.Kernel, out Frame block))
            {
                Machine.PageTable(block.Address)[0] = _first.Number;
                _first = block;
            }
        }
    }

    /// <summary>Gives them back.</summary>
    internal void Release(ref FrameAllocator frames)
    {
        while (_first != Frame.None)
        {
            Frame block = _first;
            _first = new Frame((uint)Machine.PageTable(block.Address)[0]);
            frames.ReleaseReference(block);
        }
    }
}
