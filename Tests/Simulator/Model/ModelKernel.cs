using System;
using System.Collections.Generic;
using Kernel.Abi;
using Kernel.Tasks;
using Simulator.Hardware;

namespace Simulator.Model;

/// <summary>
/// What the kernel must do, in lists and dictionaries: who runs, who waits for whom, who is told what. It asks the
/// kernel only what nobody could know: in which frame a new task is, and whether memory ran out.
/// </summary>
internal sealed partial class ModelKernel
{
    private readonly ModelTask?[] _tasks = new ModelTask?[FlatMachine.FrameCount];
    private readonly List<ModelTask> _alive = [];
    private readonly HashSet<string> _loaded = ["init"];

    public ModelTask? Current { get; private set; }

    public ModelTask? First { get; private set; }

    public ModelQueues Ready { get; } = new();

    public int Live => _alive.Count;

    public bool HasEnded { get; private set; }

    /// <summary>Whether memory may run out: that it did is the kernel's to say.</summary>
    public required Func<bool> IsScarce { get; init; }

    /// <summary>Whether the kernel has loaded a program.</summary>
    public required Func<string, bool> IsLoaded { get; init; }

    private ModelTask Caller => Current!;

    /// <summary>All tasks that have not ended, in any order.</summary>
    public IReadOnlyList<ModelTask> Alive => _alive;

    /// <summary>The task whose record is in a frame.</summary>
    public ModelTask? At(int frame) => _tasks[frame];

    /// <summary>The very first task.</summary>
    public void Begin(ModelTask first)
    {
        First = first;
        Admit(first);
        Dispatch();
    }

    /// <summary>Chooses who runs.</summary>
    public void Dispatch()
    {
        if (Current is not { IsAlive: true, State: TaskState.Ready })
        {
            Current = Ready.Take();
        }
        else if (Ready.Occupied >> (Current.Priority + 1) != 0)
        {
            Yield();
        }
    }

    /// <summary>The current task's turn is over.</summary>
    public void Yield()
    {
        if (Current is not null)
        {
            Ready.Add(Current);
            Current = Ready.Take();
        }
    }

    /// <summary>The current task is told how its call ended.</summary>
    public void Tell(in Told told)
    {
        Caller.Told = told;
        Caller.Touch();
    }

    /// <summary>The current task's call was refused.</summary>
    public void Refuse(CallError error) => Tell(new Told(Core.Negative(error)));

    /// <summary>Ends a task, and tells whom it concerns.</summary>
    public void End(ModelTask task, ExitStatus status)
    {
        Withdraw(task);
        FailAll(task);
        TellWaiters(task, status);
        GiveBack(task);
        TellParent(task, status);
        HasEnded |= task == First;
        First = task == First ? null : First;
        Current = task == Current ? null : Current;
        task.IsAlive = false;
        task.Touch();
        _tasks[task.Number] = null;
        _alive[task.Place] = _alive[^1];
        _alive[task.Place].Place = task.Place;
        _alive.RemoveAt(_alive.Count - 1);
    }

    private void Admit(ModelTask task)
    {
        _tasks[task.Number] = task;
        task.Place = _alive.Count;
        _alive.Add(task);
        Ready.Add(task);
    }

    // A task goes on.
    private void Wake(ModelTask task, in Told told)
    {
        task.Told = told;
        task.Touch();
        if (task.State != TaskState.Ready)
        {
            task.State = TaskState.Ready;
            task.Peer = null;
            Ready.Add(task);
        }
    }

    private void Fail(ModelTask task, CallError error) => Wake(task, new Told(Core.Negative(error)));

    private void Withdraw(ModelTask task)
    {
        switch (task.State)
        {
            case TaskState.Ready when task != Current:
                Ready.Remove(task);
                break;
            case TaskState.Sleeping:
                TakeFromSleepers(task);
                break;
            case TaskState.Sending:
                task.Peer!.Senders.Remove(task);
                task.Peer.Touch();
                break;
            case TaskState.AwaitingReply:
                Disown(task.Peer!, task);
                break;
            case TaskState.Waiting when task.Peer is not null:
                task.Peer.Waiters.Remove(task);
                task.Peer.Touch();
                break;
            default:
                break;
        }
    }

    private void FailAll(ModelTask task)
    {
        while (task.Senders.Take() is { } sender)
        {
            Fail(sender, CallError.PeerGone);
        }

        if (task.Client is not null)
        {
            Fail(task.Client, CallError.PeerGone);
        }

        while (task.Owed.First is { } client)
        {
            task.Owed.Remove(client);
            Fail(client, CallError.PeerGone);
        }
    }

    private void TellWaiters(ModelTask task, ExitStatus status)
    {
        while (task.Waiters.First is { } waiter)
        {
            task.Waiters.Remove(waiter);
            waiter.Handles.Remove(waiter.Awaited);
            Wake(waiter, new Told(waiter.Awaited, status.Bits));
        }
    }

    private void TellParent(ModelTask task, ExitStatus status)
    {
        if (task.Parent is not { IsAlive: true } parent
            || !parent.Handles.TryFind(task.ParentHandle, out ModelHandle entry) || entry.Target != task)
        {
            return;
        }

        parent.Touch();
        if (parent.State == TaskState.Waiting && parent.Peer is null)
        {
            parent.Handles.Remove(entry.Key);
            Wake(parent, new Told(entry.Key, status.Bits));
        }
        else
        {
            parent.Handles.End(entry.Key, status.Bits);
        }
    }

    private void GiveBack(ModelTask task)
    {
        ModelTask? heir = task.Parent is { IsAlive: true } parent ? parent : First;
        if (heir is not null && heir != task)
        {
            heir.Quota += task.Quota + 1;
            heir.TaskQuota += task.TaskQuota;
            heir.Touch();
        }
    }
}
