using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kernel.Machines;
using Kernel.Tasks;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>Whether the records of all tasks agree with one another: who is in which list, and who waits for whom.</summary>
internal static class TaskAudit
{
    public static void Check(TaskRig rig)
    {
        IReadOnlyList<SimTaskSlot> tasks = rig.Tasks;
        Assert.Equal((uint)tasks.Count, rig.Core.Live);
        Assert.Equal(tasks.Count, tasks.Select(static slot => slot.Task.Serial).Distinct().Count());
        HashSet<SimTaskSlot> ready = [.. InOrder(rig.Core.Ready)];
        SleeperAudit.Check(in rig.Core.Sleepers, [.. tasks.Where(static slot => Core.StateOf(slot) == TaskState.Sleeping)]);
        foreach (SimTaskSlot slot in tasks)
        {
            Task task = slot.Task;
            Assert.Equal(Core.StateOf(slot) == TaskState.Ready && slot != rig.Core.Current, ready.Contains(slot));
            CheckPeer(slot, in task);
            CheckLists(slot, in task);
            ulong receiving = slot.Record.Receiving;
            Assert.True(receiving == 0 || receiving == TaskSerials.NotQuick(task.Serial)
                || (receiving == task.Serial && task.Client == slot));
            Assert.True(EndsSomewhere(slot, []), "a circle of waiting tasks");
            Assert.True(task.Space.Charge <= task.Space.Quota, "charged more than its quota");
            Assert.NotEqual(0u, task.TaskQuota);
        }
    }

    // Over all children of who waits for any.
    private static bool EndsSomewhere(SimTaskSlot slot, HashSet<SimTaskSlot> seen)
    {
        if (!seen.Add(slot))
        {
            return false;
        }

        bool isForAny = slot.Task.Peer.IsNone && Core.StateOf(slot) == TaskState.Waiting;
        return isForAny ? ChildrenOf(slot).Any(child => EndsSomewhere(child, seen))
            : slot.Task.Peer.IsNone || EndsSomewhere(slot.Task.Peer, seen);
    }

    private static IEnumerable<SimTaskSlot> ChildrenOf(SimTaskSlot slot) =>
        from index in Enumerable.Range(1, slot.Task.Handles.Count - 1)
        let entry = slot.Task.Handles.At((ulong)index)
        where entry.Mark == HandleMark.Child
        select entry.Task;

    private static void CheckPeer(SimTaskSlot slot, in Task task)
    {
        TaskState state = Core.StateOf(slot);
        if (state is TaskState.Ready or TaskState.Receiving or TaskState.Sleeping)
        {
            Assert.True(task.Peer.IsNone);
        }
        else if (state == TaskState.Sending)
        {
            Assert.Contains(slot, InOrder(task.Peer.Task.Senders));
        }
        else if (state == TaskState.AwaitingReply)
        {
            Assert.Contains(slot, InOrder(task.Peer.Task.Owed).Append(task.Peer.Task.Client));
        }
        else if (!task.Peer.IsNone)
        {
            Assert.Contains(slot, InOrder(task.Peer.Task.Waiters));
        }
    }

    private static void CheckLists(SimTaskSlot slot, in Task task)
    {
        IEnumerable<SimTaskSlot> owed = InOrder(task.Owed);
        owed = task.Client == slot ? owed : owed.Append(task.Client);
        Assert.All(InOrder(task.Senders), each => AssertWaits(each, TaskState.Sending, slot));
        Assert.All(owed, each => AssertWaits(each, TaskState.AwaitingReply, slot));
        Assert.All(InOrder(task.Waiters), each => AssertWaits(each, TaskState.Waiting, slot));
    }

    private static void AssertWaits(SimTaskSlot slot, TaskState state, SimTaskSlot peer)
    {
        Assert.Equal(FrameUse.Task, slot.Record.Use);
        Assert.Equal((state, peer), (Core.StateOf(slot), slot.Task.Peer));
    }

    private static List<SimTaskSlot> InOrder(TaskList list)
    {
        var order = new List<SimTaskSlot>();
        SimTaskSlot last = default;
        for (SimTaskSlot at = list.First; !at.IsNone; at = at.Task.Next)
        {
            Assert.Equal(last, at.Task.Previous);
            Assert.DoesNotContain(at, order);
            order.Add(at);
            last = at;
        }

        return order;
    }

    private static List<SimTaskSlot> InOrder(PriorityLists lists)
    {
        var order = new List<SimTaskSlot>();
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in lists, 1));
        ReadOnlySpan<TaskList> queues =
            MemoryMarshal.Cast<byte, TaskList>(bytes[..(Priority.Levels * Unsafe.SizeOf<TaskList>())]);
        for (int level = 0; level < Priority.Levels; level++)
        {
            List<SimTaskSlot> queue = InOrder(queues[level]);
            Assert.Equal(queue.Count != 0, (lists.Occupied >> level & 1) != 0);
            Assert.All(queue, each => Assert.Equal(level, each.Task.Priority.Level));
            order.AddRange(queue);
        }

        return order;
    }
}
