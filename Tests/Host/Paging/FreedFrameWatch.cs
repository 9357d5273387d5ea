using System.Collections.Generic;
using Kernel.Machines;
using Kernel.Simulation;
using Kernel.Units;

namespace Kernel.Tests.Host.Paging;

/// <summary>Looks at the frames that were in use at some moment and are free now.</summary>
internal sealed class FreedFrameWatch
{
    private readonly PagingRig _rig;
    private readonly List<Frame> _used;

    public FreedFrameWatch(PagingRig rig)
    {
        _rig = rig;
        _used = UsedFrames();
    }

    /// <summary>What the processor may still remember of one of them; null where it remembers none.</summary>
    public HeldReference? FindHeld()
    {
        var used = new HashSet<Frame>(UsedFrames());
        foreach (Frame frame in _used)
        {
            if (!used.Contains(frame) && _rig.Mmu.FindReference(frame.Address) is { } held)
            {
                return held;
            }
        }

        return null;
    }

    private List<Frame> UsedFrames()
    {
        var used = new List<Frame>();
        FrameUse use = FrameUse.Reserved;
        for (uint i = 0; i < _rig.Physical.FrameCount - 1; i++)
        {
            Frame frame = PagingRig.FirstFrame + new FrameCount(i);
            FrameUse own = SimMachine.Record(frame).Use;
            use = own == FrameUse.Tail ? use : own;
            if (use >= FrameUse.Page)
            {
                used.Add(frame);
            }
        }

        return used;
    }
}
