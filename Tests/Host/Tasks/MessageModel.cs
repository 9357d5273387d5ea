using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Tasks;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>
/// Tasks that send, receive, reply, fork, wait, kill and end at random, beside a model that has nothing but lists: who
/// waits for whom, and what each would be told.
/// </summary>
internal sealed class MessageModel(TaskRig rig)
{
    private const int MostTasks = 12;

    private readonly Dictionary<SimTaskSlot, ModelTask> _tasks = new() { [rig.First] = new ModelTask() };
    private readonly List<ulong> _oldSenders = [0, 1];

    public void Run(Random random, int steps)
    {
        for (int step = 0; step < steps && _tasks.Count != 0; step++)
        {
            if (rig.Core.Current.IsNone)
            {
                EndSomebody(random);
            }
            else
            {
                Step(random);
            }

            Check();
        }

        foreach (SimTaskSlot slot in _tasks.Keys)
        {
            rig.Core.End(slot, default);
        }
    }

    // All wait: as if a fault of its own had ended one.
    private void EndSomebody(Random random)
    {
        SimTaskSlot victim = _tasks.Keys.ElementAt(random.Next(_tasks.Count));
        const ulong trapped = 2UL << 32;
        End(victim, trapped);
        rig.Core.End(victim, new ExitStatus(trapped));
        rig.Core.Dispatch();
    }

    private void Step(Random random)
    {
        SimTaskSlot me = rig.Core.Current;
        ModelTask task = _tasks[me];
        ulong handle = PickHandle(task, random);
        me.Task.Registers.Message.Word0 = (ulong)random.Next();
        switch (random.Next(12))
        {
            case 0 or 1 or 2:
                Send(me, task, handle, random.Next(2) == 0 ? SystemCall.Send : SystemCall.SendShort);
                break;
            case 3 or 4:
                Receive(task);
                rig.Call(SystemCall.Receive);
                break;
            case 5:
                ulong key = PickSender(task, random);
                task.Expected = TryReply(me, task, key) ? 0 : -(long)CallError.BadSender;
                rig.Call(SystemCall.Reply, key, b: 32);
                break;
            case 6:
                ReplyReceive(me, task, PickSender(task, random), random.Next(2) == 0);
                break;
            case 7 when _tasks.Count < MostTasks:
                Fork(me, task);
                break;
            case 8:
                Kill(task, handle);
                break;
            case 9 when _tasks.Count > 1 && random.Next(3) == 0:
                ulong code = (uint)random.Next(100);
                End(me, code);
                rig.Call(SystemCall.Exit, code);
                break;
            case 10:
                Wait(me, task, random.Next(2) == 0 ? 0 : handle);
                break;
            default:
                task.Expected = 0;
                rig.Call(SystemCall.Yield);
                break;
        }
    }

    private static ulong PickHandle(ModelTask task, Random random) =>
        task.Handles.Count == 0 || random.Next(10) == 0
            ? (ulong)random.Next(4) * 65
            : task.Handles.Keys.ElementAt(random.Next(task.Handles.Count));

    private ulong PickSender(ModelTask task, Random random) =>
        task.Owed.Count != 0 && random.Next(5) != 0
            ? task.Owed[random.Next(task.Owed.Count)].Key
            : _oldSenders[random.Next(_oldSenders.Count)];

    private void Send(SimTaskSlot me, ModelTask task, ulong handle, SystemCall call)
    {
        CallError error = Find(task, handle, out SimTaskSlot to);
        if (error == CallError.None && IsInVain(me, [to]))
        {
            error = CallError.WouldDeadlock;
        }

        if (error != CallError.None)
        {
            task.Expected = -(long)error;
        }
        else
        {
            task.Message = me.Task.Registers.Message.Word0;
            task.WaitsFor = to;
            ModelTask peer = _tasks[to];
            peer.Queue.Add(me);
            task.Expected = null;
            if (peer.IsReceiving)
            {
                Deliver(peer);
            }
        }

        rig.Call(call, handle, b: 32);
    }

    private void Receive(ModelTask task)
    {
        task.IsReceiving = true;
        task.Expected = null;
        if (task.Queue.Count != 0)
        {
            Deliver(task);
        }
    }

    private void ReplyReceive(SimTaskSlot me, ModelTask task, ulong key, bool isShort)
    {
        TryReply(me, task, key);
        Receive(task);
        rig.Call(isShort ? SystemCall.ReplyReceiveShort : SystemCall.ReplyReceive, key, b: 32);
    }

    private void Deliver(ModelTask receiver)
    {
        SimTaskSlot from = receiver.Queue[0];
        receiver.Queue.RemoveAt(0);
        receiver.IsReceiving = false;
        receiver.Expected = 32;
        receiver.ExpectedMessage = _tasks[from].Message;
        receiver.NewSender = from;
        _tasks[from].IsReceived = true;
    }

    private bool TryReply(SimTaskSlot me, ModelTask task, ulong key)
    {
        int index = task.Owed.FindIndex(each => each.Key == key);
        if (index < 0)
        {
            return false;
        }

        ModelTask client = _tasks[task.Owed[index].From];
        task.Owed.RemoveAt(index);
        client.WaitsFor = null;
        client.IsReceived = false;
        client.Expected = 32;
        client.ExpectedMessage = me.Task.Registers.Message.Word0;
        _oldSenders.Add(key);
        return true;
    }

    private void Fork(SimTaskSlot me, ModelTask task)
    {
        task.Expected = null;
        long result = rig.Call(SystemCall.Fork);
        if (result < 0)
        {
            // Quotas are halved from parent to child: a long line of descendants comes to an end.
            Assert.True(-result is (long)CallError.QuotaExceeded or (long)CallError.NoHandleFree, $"{result}");
            return;
        }

        SimTaskSlot child = me.Task.Handles.At((ulong)result).Task;
        var model = new ModelTask();
        foreach ((ulong handle, ModelHandle target) in task.Handles)
        {
            if (target.Status is null)
            {
                model.Handles.Add(handle, target with { IsChild = false });
            }
        }

        model.Handles.Add(child.Task.Registers.Rax, new ModelHandle(me, IsChild: false, Status: null, IsWeak: true));
        task.Handles.Add((ulong)result, new ModelHandle(child, IsChild: true, Status: null));
        _tasks.Add(child, model);
    }

    private void Kill(ModelTask task, ulong handle)
    {
        CallError error = Find(task, handle, out SimTaskSlot victim);
        error = error is CallError.None or CallError.PeerGone && task.IsWeak(handle) ? CallError.NoRight : error;
        task.Expected = -(long)error;
        if (error == CallError.None)
        {
            End(victim, 1UL << 32);
        }

        rig.Call(SystemCall.Kill, handle);
    }

    private void Wait(SimTaskSlot me, ModelTask task, ulong handle)
    {
        ulong ended = handle != 0 ? handle : EndedHandle(task);
        if (task.Handles.TryGetValue(ended, out ModelHandle? target) && target.Status is { } status)
        {
            task.Handles.Remove(ended);
            task.Expected = (long)ended;
            task.ExpectedStatus = status;
        }
        else if (handle == 0)
        {
            CallError error = !ChildrenOf(task).Any() ? CallError.NoChild
                : IsInVain(me, ChildrenOf(task)) ? CallError.WouldDeadlock
                : CallError.None;
            task.AwaitsAny = error == CallError.None;
            task.Expected = task.AwaitsAny ? null : -(long)error;
        }
        else
        {
            CallError error = Find(task, handle, out SimTaskSlot awaited);
            error = error is CallError.None or CallError.PeerGone && task.IsWeak(handle) ? CallError.NoRight : error;
            error = error == CallError.None && IsInVain(me, [awaited]) ? CallError.WouldDeadlock : error;
            task.Expected = error == CallError.None ? null : -(long)error;
            if (error == CallError.None)
            {
                task.WaitsFor = awaited;
                task.Awaited = handle;
            }
        }

        rig.Call(SystemCall.Wait, handle);
    }

    // The kernel looks from the lowest entry on.
    private static ulong EndedHandle(ModelTask task) =>
        task.Handles.Where(static each => each.Value.Status is not null)
            .Select(static each => each.Key).OrderBy(static key => key % Handle.PerTask).FirstOrDefault();

    private void End(SimTaskSlot slot, ulong status)
    {
        _tasks.Remove(slot);
        foreach (ModelTask other in _tasks.Values)
        {
            other.Queue.Remove(slot);
            other.Owed.RemoveAll(each => each.From == slot);
            foreach (ulong handle in other.Handles.Keys.ToArray())
            {
                Mark(other, handle, slot, status);
            }

            if (other.WaitsFor == slot)
            {
                other.WaitsFor = null;
                other.IsReceived = false;
                other.Expected = -(long)CallError.PeerGone;
            }
        }
    }

    private static void Mark(ModelTask other, ulong handle, SimTaskSlot slot, ulong status)
    {
        ModelHandle target = other.Handles[handle];
        if (target.Target != slot || target.IsGone)
        {
            return;
        }

        bool isAwaited = (other.Awaited == handle && other.WaitsFor == slot) || (other.AwaitsAny && target.IsChild);
        if (isAwaited)
        {
            other.Handles.Remove(handle);
            other.WaitsFor = null;
            other.Awaited = 0;
            other.AwaitsAny = false;
            other.Expected = (long)handle;
            other.ExpectedStatus = status;
        }
        else
        {
            other.Handles[handle] = target with
            {
                IsGone = true,
                Status = target.IsChild ? status : null,
                IsChild = false,
            };
        }
    }

    private static CallError Find(ModelTask task, ulong handle, out SimTaskSlot to)
    {
        to = default;
        if (!task.Handles.TryGetValue(handle, out ModelHandle? target))
        {
            return CallError.BadHandle;
        }

        to = target.Target;
        return target.IsGone ? CallError.PeerGone : CallError.None;
    }

    private static IEnumerable<SimTaskSlot> ChildrenOf(ModelTask task) =>
        task.Handles.Values.Where(static each => each.IsChild).Select(static each => each.Target);

    // Whether there is nobody behind those whom one would wait for who waits for no other task.
    private bool IsInVain(SimTaskSlot me, IEnumerable<SimTaskSlot> awaited)
    {
        var seen = new HashSet<SimTaskSlot> { me };
        var next = new Queue<SimTaskSlot>(awaited);
        while (next.TryDequeue(out SimTaskSlot slot))
        {
            ModelTask task = _tasks[slot];
            if (!seen.Add(slot))
            {
                continue;
            }

            if (task is { WaitsFor: null, AwaitsAny: false })
            {
                return false;
            }

            foreach (SimTaskSlot other in task.WaitsFor is { } peer ? [peer] : ChildrenOf(task))
            {
                next.Enqueue(other);
            }
        }

        return true;
    }

    private void Check()
    {
        Assert.Equal((uint)_tasks.Count, rig.Core.Live);
        foreach ((SimTaskSlot slot, ModelTask model) in _tasks)
        {
            ref Task task = ref slot.Task;
            Assert.Equal(model.State, Core.StateOf(slot));
            if (model.NewSender is { } from)
            {
                Assert.Equal(model.ExpectedMessage, task.Registers.Message.Word0);
                Assert.Equal(from.Frame.Number, new SenderId(task.Registers.Rdx).Task);
                model.Owed.Add((from, task.Registers.Rdx));
                model.NewSender = null;
            }

            if (model.Expected is { } expected)
            {
                Assert.Equal(expected, (long)task.Registers.Rax);
                Assert.Equal(model.ExpectedStatus ?? task.Registers.Rdx, task.Registers.Rdx);
                model.Expected = null;
                model.ExpectedStatus = null;
            }

            Assert.Equal(model.Handles.Keys.Order(), KeysOf(ref task).Order());
        }
    }

    private static List<ulong> KeysOf(ref Task task)
    {
        var keys = new List<ulong>();
        for (int index = 1; index < task.Handles.Count; index++)
        {
            if (task.Handles.At((ulong)index).Key != 0)
            {
                keys.Add(task.Handles.At((ulong)index).Key);
            }
        }

        return keys;
    }
}
