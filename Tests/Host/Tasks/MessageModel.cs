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
internal sealed partial class MessageModel(TaskRig rig)
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
