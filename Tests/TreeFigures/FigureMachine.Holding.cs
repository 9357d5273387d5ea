using System.Collections.Generic;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace TreeFigures;

/// <content>
/// Choosing which frame an operation gets. Frames that are held are out of reach for the kernel; where all are held but
/// one, it has no choice.
/// </content>
internal sealed partial class FigureMachine
{
    private readonly HashSet<int> _held = [];

    /// <summary>Takes all free frames, so that nobody else gets one.</summary>
    public void HoldAll()
    {
        while (_memory.Frames.TryTake(FrameUse.Page, out Frame frame))
        {
            _held.Add(NumberOf(frame));
        }
    }

    /// <summary>Frees a frame that is held: the only free one, the next operation that wants one gets it.</summary>
    public void Offer(int frame)
    {
        Expect(_held.Remove(frame), "the frame is not held");
        Expect(_memory.Frames.Free == Kernel.Units.FrameCount.Zero, "another frame is free as well");
        _memory.Frames.ReleaseReference(FrameOf(frame));
    }

    /// <summary>Frees all frames that are held.</summary>
    public void FreeHeld()
    {
        foreach (int frame in _held)
        {
            _memory.Frames.ReleaseReference(FrameOf(frame));
        }

        _held.Clear();
    }

    /// <summary>Maps one of the frames that are held, filled with a program's first word.</summary>
    public void MapHeld(Space space, int page, int frame, uint word, PageRights rights)
    {
        Expect(_held.Remove(frame), "the frame is not held");
        _physical.WriteEntry(FrameOf(frame).Address, 0, word);
        Expect(_memory.MapFrame(ref space.Tables, AddressOf(page), FrameOf(frame), RegionKind.Anonymous, rights));
    }
}
