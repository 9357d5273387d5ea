using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Steps;

/// <summary>Frames that are kept from all tasks, so that few are left.</summary>
internal static unsafe class Hoard
{
    // Each has the number of the next one in its first bytes.
    private static uint s_first = Frame.None.Number;
    private static ulong s_taken;

    /// <summary>Takes frames until no more than so many are free, those of dead spaces included.</summary>
    internal static void Leave(ref PagingManager memory, ulong free)
    {
        s_taken = 0;
        const int step = 512;
        while (memory.Reap(step))
        {
        }

        while (memory.Frames.Free.Value > free && memory.Frames.TryTake(FrameUse.Kernel, out Frame frame))
        {
            *NextOf(frame) = s_first;
            s_first = frame.Number;
            s_taken++;
        }
    }

    /// <summary>Gives back those that were taken last.</summary>
    internal static void GiveBack(ref PagingManager memory)
    {
        for (; s_taken != 0; s_taken--)
        {
            var frame = new Frame(s_first);
            s_first = *NextOf(frame);
            memory.Frames.ReleaseReference(frame);
        }
    }

    private static uint* NextOf(Frame frame) => (uint*)KernelLayout.InDirectMap(frame.Address).Value;
}
