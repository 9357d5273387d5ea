using System;
using Kernel.Abi;
using Kernel.Machines;
using Kernel.Syscalls;
using Kernel.Tasks;
using Kernel.Units;
using Simulator.Hardware;

namespace Simulator.Model;

/// <content>Tasks that begin, end and wait; handles.</content>
internal sealed partial class ModelKernel
{
    // What the kernel asks for a stack of 64 pages, and what it weighs with tables of sixteen entries.
    private const uint StackShare = 64 + 3;
    private const uint StackWeight = 64 + 4 + 1 + 1;

    public void Fork()
    {
        CallError room = CheckRoom(Caller, 1);
        if (room != CallError.None)
        {
            Refuse(room);
            return;
        }

        uint charge = Caller.Charge + (NeedsRoom(Caller, 1) ? 1u : 0);
        uint tasks = Caller.TaskQuota / 2;
        if (tasks == 0 || !TryShare(charge, charge, 0, out uint share))
        {
            Refuse(CallError.QuotaExceeded);
            return;
        }

        if (HasRunOut(Caller))
        {
            Refuse(CallError.OutOfMemory);
            return;
        }

        MakeRoom(Caller, 1);
        var handles = new ModelHandles(Caller.Handles);
        ModelTask child = Make(handles, Caller.Priority, share, tasks);
        child.Memory = new ModelMemory(Caller.Memory);
        child.Told = new Told(handles.Add(Caller, HandleRights.Send, HandleMark.Other), 1);
        Tell(new Told(child.ParentHandle));
        Admit(child);
    }

    public void Spawn(in CallArguments arguments)
    {
        CallError error = TryReadStart(in arguments, out string name, out byte[] text);
        SpawnOptions options = default;
        error = error != CallError.None ? error : TryReadOptions(arguments.Fifth, out options);
        OutgoingMessage gifts = GiftsOf(in options);
        error = error != CallError.None ? error
            : !GiftsAreValid(Caller, in gifts) ? CallError.BadHandle
            : CheckRoom(Caller, 1);
        uint charge = Caller.Charge + (NeedsRoom(Caller, 1) ? 1u : 0);
        error = error != CallError.None ? error : TryFindImage(name, out _);
        ModelImage? image = error == CallError.None ? ModelImage.Find(name) : null;
        uint tasks = options.Tasks != 0 ? options.Tasks : Caller.TaskQuota / 2;
        uint share = 0;
        if (image is not null && (tasks == 0 || tasks >= Caller.TaskQuota
            || !TryShare(charge, image.Weight + StackShare, options.Frames, out share)))
        {
            error = CallError.QuotaExceeded;
        }

        error = error != CallError.None ? error : CheckStart(image!, share - 1);
        if (error != CallError.None)
        {
            Refuse(error);
            return;
        }

        MakeRoom(Caller, 1);
        int priority = options.PriorityPlusOne == 0 ? Caller.Priority : (int)options.PriorityPlusOne - 1;
        ModelTask child = Make(new ModelHandles(), priority, share, tasks);
        uint parent = child.Handles.Add(Caller, HandleRights.Send, HandleMark.Other);
        Span<uint> given = stackalloc uint[HandleGift.MostPerMessage];
        Give(Caller, in gifts, child, given);
        child.Memory = image!.Start(text, out ulong at);
        child.Told = new Told(0, parent, (ulong)text.Length, at, new ShortMessage
        {
            Word0 = given[0] | (ulong)given[1] << 32,
            Word1 = given[2] | (ulong)given[3] << 32,
        });
        Tell(new Told(child.ParentHandle));
        Admit(child);
    }

    public void Execute(in CallArguments arguments)
    {
        CallError error = TryReadStart(in arguments, out string name, out byte[] text);
        error = error != CallError.None ? error : TryFindImage(name, out _);
        ModelImage? image = error == CallError.None ? ModelImage.Find(name) : null;
        error = error != CallError.None ? error : CheckStart(image!, Caller.Quota - (uint)Caller.Handles.Frames);
        if (error != CallError.None)
        {
            Refuse(error);
            return;
        }

        Caller.Memory = image!.Start(text, out ulong at);
        Tell(new Told(0, 0, (ulong)text.Length, at));
    }

    public void Exit(in CallArguments arguments) =>
        End(Caller, new ExitStatus(EndCause.Exited, (uint)arguments.First));

    public void Kill(in CallArguments arguments)
    {
        CallError error = Caller.Find(arguments.First, HandleRights.Kill, out ModelTask? victim);
        Refuse(error);
        if (error == CallError.None)
        {
            End(victim!, new ExitStatus(EndCause.Killed, code: 0));
        }
    }

    public void Wait(in CallArguments arguments)
    {
        bool hasChild = true;
        uint ended = arguments.First == 0 ? EndedChild(out hasChild) : 0;
        if (arguments.First != 0)
        {
            ended = Caller.Handles.TryFind(arguments.First, out ModelHandle entry)
                && entry.Mark == HandleMark.EndedChild ? entry.Key : 0;
        }

        if (ended != 0)
        {
            _ = Caller.Handles.TryFind(ended, out ModelHandle entry);
            Caller.Handles.Remove(ended);
            Tell(new Told(ended, entry.Status));
            return;
        }

        ModelTask? awaited = null;
        CallError error = arguments.First == 0
            ? hasChild ? CallError.None : CallError.NoChild
            : Caller.Find(arguments.First, HandleRights.Wait, out awaited);
        error = error == CallError.None && IsInVain(awaited) ? CallError.WouldDeadlock : error;
        if (error != CallError.None)
        {
            Refuse(error);
            return;
        }

        Caller.Awaited = (uint)arguments.First;
        Caller.State = TaskState.Waiting;
        Caller.Peer = awaited;
        Caller.Touch();
        awaited?.Waiters.Add(Caller);
        awaited?.Touch();
    }

    public void Close(in CallArguments arguments)
    {
        bool isThere = Caller.Handles.TryFind(arguments.First, out ModelHandle entry);
        Refuse(isThere ? CallError.None : CallError.BadHandle);
        if (isThere)
        {
            Caller.Handles.Remove(entry.Key);
        }
    }

    public void Duplicate(in CallArguments arguments)
    {
        var rights = (HandleRights)arguments.Second;
        CallError error = arguments.Second > (ulong)HandleRights.All
            ? CallError.BadArgument
            : Caller.Find(arguments.First, rights, out _);
        error = error == CallError.None ? CheckRoom(Caller, 1) : error;
        if (error != CallError.None)
        {
            Refuse(error);
            return;
        }

        MakeRoom(Caller, 1);
        _ = Caller.Handles.TryFind(arguments.First, out ModelHandle entry);
        Tell(new Told(Caller.Handles.Add(entry.Target, rights, HandleMark.Other)));
    }

    private CallError CheckStart(ModelImage image, uint quota) =>
        HasRunOut(Caller) ? CallError.OutOfMemory
        : image.Weight + StackWeight > quota ? CallError.QuotaExceeded
        : CallError.None;

    private uint EndedChild(out bool hasChild)
    {
        hasChild = false;
        foreach (ModelHandle entry in Caller.Handles.Entries)
        {
            if (entry.Mark == HandleMark.EndedChild)
            {
                return entry.Key;
            }

            hasChild |= entry.Mark == HandleMark.Child;
        }

        return 0;
    }

    private bool TryShare(uint charge, uint childCharge, ulong wanted, out uint share)
    {
        uint left = Caller.Quota - charge;
        uint least = childCharge + 1;
        ulong frames = wanted != 0 ? wanted : least + ((left > least ? left - least : 0) / 2);
        share = (uint)frames;
        return frames >= least && frames <= left;
    }

    // The caller's child, wherever the kernel put it.
    private ModelTask Make(ModelHandles handles, int priority, uint share, uint tasks)
    {
        TaskSlot slot = Caller.Slot.Task.Handles.At(Caller.Slot.Task.Registers.Rax).Task;
        if (slot.IsNone || slot.Record.Use != FrameUse.Task
            || _tasks[FlatMachine.IndexOf(slot.Frame)] is not null)
        {
            SimulationException.Throw($"no new task is behind handle {Caller.Slot.Task.Registers.Rax:x}");
        }

        Caller.Quota -= share;
        Caller.TaskQuota -= tasks;
        var child = new ModelTask(FlatMachine.IndexOf(slot.Frame), slot.Task.Serial, priority)
        {
            Handles = handles,
            Parent = Caller,
            Quota = share - 1,
            TaskQuota = tasks,
            ReplyKey = slot.Task.ReplyKey.Value,
        };
        child.ParentHandle = Caller.Handles.Add(child, HandleRights.All, HandleMark.Child);
        return child;
    }
}
