using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <content>Frames for the records of tasks, which count as charged like all that tasks cause.</content>
public partial struct PagingManager
{
    /// <summary>Takes a frame of zeros for a task's record.</summary>
    public PagingError TryTakeRecord(out Frame frame)
    {
        frame = Frame.None;
        if (Charged.Value >= Capacity.Value || (Frames.Free == FrameCount.Zero && !TryMakeRoom(1)))
        {
            return PagingError.OutOfMemory;
        }

        if (!Frames.TryTakeZeroed(FrameUse.Task, out frame))
        {
            return PagingError.OutOfMemory;
        }

        Charged += new FrameCount(1);
        return PagingError.None;
    }

    /// <summary>Gives a record's frame back: all that asks whether a task is in it finds none.</summary>
    public void ReleaseRecord(Frame frame)
    {
        Charged -= new FrameCount(1);
        Frames.ReleaseReference(frame);
    }
}
