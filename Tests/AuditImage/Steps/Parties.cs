using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Steps;

/// <summary>All tasks but the first one.</summary>
internal static class Parties
{
    /// <summary>How many there are.</summary>
    internal static uint Count(ref readonly Core core) => core.Live - 1;

    /// <summary>One of them, the eldest being number 0; none where there are fewer.</summary>
    internal static TaskSlot Find(ref Core core, ulong number)
    {
        TaskSlot found = core.First;
        for (ulong i = 0; i <= number && !found.IsNone; i++)
        {
            found = NextAfter(ref core, found.Task.Serial);
        }

        return found;
    }

    /// <summary>How many wait for something else than a message, and for nobody who waits for one.</summary>
    internal static ulong CountStuck(ref Core core)
    {
        ulong stuck = 0;
        for (TaskSlot slot = NextAfter(ref core, core.First.Task.Serial); !slot.IsNone;
            slot = NextAfter(ref core, slot.Task.Serial))
        {
            stuck += AwaitsMessage(slot) ? 0UL : 1;
        }

        return stuck;
    }

    // Itself, or whom it waits for: those never wait in a circle.
    private static bool AwaitsMessage(TaskSlot slot)
    {
        while (!slot.IsNone && Core.StateOf(slot) is (TaskState.AwaitingReply or TaskState.Waiting))
        {
            slot = slot.Task.Peer;
        }

        return !slot.IsNone && Core.StateOf(slot) == TaskState.Receiving;
    }

    // Serials tell the age. No list has all tasks: their records are where the frame table says.
    private static TaskSlot NextAfter(ref Core core, ulong serial)
    {
        TaskSlot next = default;
        foreach (ref readonly RecordRun run in core.Memory.Frames.Records.All)
        {
            Frame block = run.Described.First;
            while (block < run.Described.End)
            {
                var slot = new TaskSlot(block);
                bool isYounger = Machine.Record(block).Use == FrameUse.Task && slot.Task.Serial > serial;
                next = isYounger && (next.IsNone || slot.Task.Serial < next.Task.Serial) ? slot : next;
                block += Machine.Record(block).Order.Frames;
            }
        }

        return next;
    }
}
