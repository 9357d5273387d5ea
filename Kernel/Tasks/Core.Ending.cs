using System;
using Kernel.Abi;
using Kernel.Ipc;
using Kernel.Units;

namespace Kernel.Tasks;

/// <content>The end of a task: whoever waits for it is told.</content>
public partial struct Core
{
    /// <summary>Ends a task. Its memory goes by and by.</summary>
    internal void End(TaskSlot slot, ExitStatus status)
    {
        Withdraw(slot);
        ref Task task = ref slot.Task;
        FailAll(slot);
        TellWaiters(ref task, status);
        GiveBack(in task);
        TellParent(slot, status);
        if (slot == First)
        {
            First = default;
            FirstStatus = status;
            HasEnded = true;
        }

        if (slot == Current)
        {
            Current = default;
        }

        Unmake(slot);
    }

    /// <summary>A task is none any more: nobody waits for it, it is in no list. Its memory goes by and by.</summary>
    internal void Unmake(TaskSlot slot)
    {
        ref Task task = ref slot.Task;

        // The next task with a record in this frame begins where no key that anybody kept is good.
        _keys = Math.Max(task.ReplyKey.Count, _keys);
        for (int number = 0; number < task.Handles.Frames; number++)
        {
            _memory.ReleaseHandles(ref task.Space, task.Handles.FrameAt(number));
        }

        _memory.Destroy(ref task.Space);
        task.Serial = 0;
        task.RecordedState = TaskState.None;
        slot.Record.Receiving = 0;
        _memory.ReleaseRecord(slot.Frame);
        Live--;
    }

    // Out of the list that it is in, and out of sight of whom it waits for.
    private void Withdraw(TaskSlot slot)
    {
        ref Task task = ref slot.Task;
        switch (StateOf(slot))
        {
            case TaskState.Ready when slot != Current:
                _ready.Remove(slot);
                break;
            case TaskState.Sleeping:
                _sleepers.Remove(slot);
                break;
            case TaskState.Sending:
                task.Peer.Task.Senders.Remove(slot);
                break;
            case TaskState.AwaitingReply:
                Rendezvous.Disown(task.Peer, slot);
                break;
            case TaskState.Waiting when !task.Peer.IsNone:
                task.Peer.Task.Waiters.Remove(slot);
                break;
            default:
                break;
        }
    }

    private void FailAll(TaskSlot slot)
    {
        ref Task task = ref slot.Task;
        for (TaskSlot sender = task.Senders.Take(); !sender.IsNone; sender = task.Senders.Take())
        {
            Fail(sender, CallError.PeerGone);
        }

        if (task.Client != slot)
        {
            Fail(task.Client, CallError.PeerGone);
        }

        for (TaskSlot client = task.Owed.First; !client.IsNone; client = task.Owed.First)
        {
            task.Owed.Remove(client);
            Fail(client, CallError.PeerGone);
        }
    }

    private void TellWaiters(ref Task task, ExitStatus status)
    {
        for (TaskSlot waiter = task.Waiters.First; !waiter.IsNone; waiter = task.Waiters.First)
        {
            task.Waiters.Remove(waiter);
            Handle awaited = waiter.Task.Awaited;
            waiter.Task.Handles.Remove(awaited);
            Wake(waiter, awaited.Value, status.Bits);
        }
    }

    // The parent's entry keeps how it ended, until it is asked for; so nothing of the task has to stay.
    private void TellParent(TaskSlot slot, ExitStatus status)
    {
        ref Task task = ref slot.Task;
        if (!task.Parent.Holds(task.ParentSerial))
        {
            return;
        }

        ref Task parent = ref task.Parent.Task;
        Handle handle = task.ParentHandle;
        if (!parent.Handles.Contains(handle.Value) || parent.Handles.At(handle.Value).Serial != task.Serial)
        {
            return;
        }

        bool isAwaited = parent.RecordedState == TaskState.Waiting && parent.Peer.IsNone;
        if (isAwaited)
        {
            parent.Handles.Remove(handle);
            Wake(task.Parent, handle.Value, status.Bits);
            return;
        }

        ref HandleEntry entry = ref parent.Handles.At(handle.Value);
        entry.Mark = HandleMark.EndedChild;
        entry.SendSerial = HandleEntry.NotQuick;
        entry.Serial = status.Bits;
    }

    // Quotas go back to the parent, or to the first task where that has ended.
    private void GiveBack(in Task task)
    {
        TaskSlot heir = task.Parent.Holds(task.ParentSerial) ? task.Parent : First;
        if (heir.IsNone || heir.Task.Serial == task.Serial)
        {
            return;
        }

        // What its living children were given is not there any more.
        heir.Task.Space.Quota += task.Space.Quota + new FrameCount(1);
        heir.Task.TaskQuota += task.TaskQuota;
    }
}
