using System.Linq;
using Kernel.Abi;
using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <content>What each call does to the lists, and then the call itself.</content>
internal sealed partial class MessageModel
{
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
}
