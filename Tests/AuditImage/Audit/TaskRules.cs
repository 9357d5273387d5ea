using Kernel.Machines;
using Kernel.Tasks;

namespace Kernel.Audit;

/// <summary>What must be true of a task's record, beside its memory.</summary>
internal static class TaskRules
{
    /// <summary>The first rule that is broken.</summary>
    internal static SystemRule Check(ref Core core, TaskSlot slot)
    {
        ref Task task = ref slot.Task;
        ulong receiving = slot.Record.Receiving;
        bool isReceivingRight = receiving == 0 || receiving == TaskSerials.NotQuick(task.Serial)
            || (receiving == task.Serial && task.Client == slot);
        return !isReceivingRight ? SystemRule.Receiving
            : !IsWhereItsStateSays(ref core, slot) || !HasListsInOrder(slot) ? SystemRule.Lists
            : !AreHandlesCounted(ref task.Handles) ? SystemRule.Handles
            : SystemRule.None;
    }

    private static bool IsWhereItsStateSays(ref Core core, TaskSlot slot)
    {
        ref Task task = ref slot.Task;
        TaskSlot peer = task.Peer;
        int level = task.Priority.Level;
        switch (Core.StateOf(slot))
        {
            case TaskState.Ready:
                return peer.IsNone && Has(core.Ready.QueueOf(level).First, slot) == (slot != core.Current);
            case TaskState.Receiving:
            case TaskState.Sleeping:
                return peer.IsNone;
            case TaskState.Sending:
                return Has(peer.Task.Senders.QueueOf(level).First, slot);
            case TaskState.AwaitingReply:
                return peer.Task.Client == slot || Has(peer.Task.Owed.First, slot);
            case TaskState.Waiting:
                return peer.IsNone || Has(peer.Task.Waiters.First, slot);
            default:
                return false;
        }
    }

    // Who is in a task's lists waits for that task, and for what the list is of.
    private static bool HasListsInOrder(TaskSlot slot)
    {
        ref Task task = ref slot.Task;
        bool isRight = (task.Client == slot || Waits(task.Client, slot, TaskState.AwaitingReply))
            && AllWait(task.Owed.First, slot, TaskState.AwaitingReply)
            && AllWait(task.Waiters.First, slot, TaskState.Waiting);
        for (int level = 0; level < Priority.Levels; level++)
        {
            TaskSlot first = task.Senders.QueueOf(level).First;
            isRight &= first.IsNone != ((task.Senders.Occupied >> level & 1) != 0)
                && AllWait(first, slot, TaskState.Sending);
        }

        return isRight;
    }

    private static bool AllWait(TaskSlot first, TaskSlot peer, TaskState state)
    {
        TaskSlot before = default;
        for (TaskSlot at = first; !at.IsNone; at = at.Task.Next)
        {
            if (!Waits(at, peer, state) || at.Task.Previous != before)
            {
                return false;
            }

            before = at;
        }

        return true;
    }

    private static bool Waits(TaskSlot slot, TaskSlot peer, TaskState state) =>
        slot.Record.Use == FrameUse.Task && Core.StateOf(slot) == state && slot.Task.Peer == peer;

    private static bool Has(TaskSlot first, TaskSlot slot)
    {
        TaskSlot at = first;
        while (!at.IsNone && at != slot)
        {
            at = at.Task.Next;
        }

        return !at.IsNone;
    }

    private static bool AreHandlesCounted(ref HandleTable handles)
    {
        int used = 0;
        for (int index = 1; index < HandleTable.InRecord; index++)
        {
            used += handles.At((ulong)index).Key != 0 ? 1 : 0;
        }

        return used == handles.UsedCount;
    }
}
