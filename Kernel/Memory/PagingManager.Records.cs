using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <content>
/// Frames for the records of tasks and for their handles, which count as charged like all that tasks cause.
/// </content>
public partial struct PagingManager
{
    /// <summary>Takes a frame of zeros for a task's record.</summary>
    public PagingError TryTakeRecord(out Frame frame)
    {
        frame = Frame.None;
        PagingError error = Charged.Value >= Capacity.Value
            ? PagingError.OutOfMemory
            : TryTakeFree(FrameUse.Task, out frame);
        Charged += new FrameCount(error == PagingError.None ? 1u : 0);
        return error;
    }

    /// <summary>Gives a record's frame back: all that asks whether a task is in it finds none.</summary>
    public void ReleaseRecord(Frame frame)
    {
        Charged -= new FrameCount(1);
        Frames.ReleaseReference(frame);
    }

    /// <summary>Takes a frame of zeros for handles, which a space is charged.</summary>
    public PagingError TryTakeHandles(ref AddressSpace payer, out Frame frame)
    {
        frame = Frame.None;
        PagingError error = CheckCharge(payer.Charge, payer.Quota, more: 1);
        error = error == PagingError.None ? TryTakeHandles(out frame) : error;
        if (error == PagingError.None)
        {
            AddCharge(in payer, default, Machine.Geometry.Levels, more: 1);
        }

        return error;
    }

    /// <summary>The same for a space that has been charged already, because it was forked.</summary>
    public PagingError TryTakeHandles(out Frame frame) => TryTakeFree(FrameUse.Handles, out frame);

    /// <summary>Gives such a frame back, and its charge.</summary>
    public void ReleaseHandles(ref AddressSpace payer, Frame frame)
    {
        AddCharge(in payer, default, Machine.Geometry.Levels, more: -1);
        Frames.ReleaseReference(frame);
    }

    /// <summary>
    /// The charge for so many frames is another space's from now on, and as much more is the most that it may be
    /// charged.
    /// </summary>
    public static void MoveHandles(ref AddressSpace from, ref AddressSpace to, FrameCount frames)
    {
        AddWeight(from.Root, -(int)frames.Value);
        AddWeight(to.Root, (int)frames.Value);
        to.Quota += frames;
    }

    private PagingError TryTakeFree(FrameUse use, out Frame frame)
    {
        frame = Frame.None;
        bool isThere = Frames.Free != FrameCount.Zero || TryMakeRoom(1);
        return isThere && Frames.TryTakeZeroed(use, out frame) ? PagingError.None : PagingError.OutOfMemory;
    }
}
