using System;
using Kernel.Abi;
using Kernel.Ipc;
using Kernel.Syscalls;
using Kernel.Tasks;
using Kernel.Units;
using Simulator.Hardware;

namespace Simulator.Model;

/// <content>Messages.</content>
internal sealed partial class ModelKernel
{
    public void Send(in CallArguments arguments)
    {
        CallError error = TryDecode(in arguments, out OutgoingMessage message);
        ModelTask? to = null;
        error = error != CallError.None ? error : Caller.Find(arguments.First, HandleRights.Send, out to);
        error = error != CallError.None ? error
            : IsInVain(to) ? CallError.WouldDeadlock
            : GiftsAreValid(Caller, in message) ? CallError.None
            : CallError.BadHandle;
        if (error != CallError.None)
        {
            Refuse(error);
            return;
        }

        Caller.Outgoing = message;
        SetBuffer(in arguments);
        Offer(Caller, to!);
    }

    public void Receive(in CallArguments arguments)
    {
        SetBuffer(in arguments);
        Caller.Touch();
        if (Caller.Senders.First is not { } sender)
        {
            Caller.State = TaskState.Receiving;
            Caller.IsFree = Caller.Client is null;
            return;
        }

        DeliveryOutcome outcome = Deliver(sender, Caller);
        if (outcome != DeliveryOutcome.Done)
        {
            Refuse(Rendezvous.ErrorOf(outcome));
        }
    }

    public void Reply(in CallArguments arguments)
    {
        CallError error = TryAnswer(in arguments, out _);
        Tell(error == CallError.None ? default : new Told(Core.Negative(error)));
    }

    public void ReplyReceive(in CallArguments arguments)
    {
        ModelTask? client = null;
        CallError error = arguments.First == 0 ? CallError.BadSender : TryAnswer(in arguments, out client);
        if (error is not (CallError.None or CallError.BadSender))
        {
            Refuse(error);
            return;
        }

        Receive(in arguments);
        if (client is not null)
        {
            HandOver(client);
        }
    }

    private CallError TryDecode(in CallArguments arguments, out OutgoingMessage message)
    {
        var info = new MessageInfo(arguments.Second);
        message = new OutgoingMessage(
            info, new VirtAddr(arguments.Fourth), arguments.Sixth, Caller.Slot.Task.Registers.Rbx);
        return !info.IsValid ? CallError.BadArgument
            : info.Length > MessageInfo.ShortBytes
                && !Caller.Memory.Allows(arguments.Fourth, info.Length, isWrite: false) ? CallError.BadBuffer
            : CallError.None;
    }

    private void SetBuffer(in CallArguments arguments) =>
        (Caller.IncomingStart, Caller.IncomingCapacity) = (arguments.Third, arguments.Fifth);

    private static bool GiftsAreValid(ModelTask giver, in OutgoingMessage message)
    {
        Span<uint> seen = stackalloc uint[HandleGift.MostPerMessage];
        for (int i = 0; i < message.Info.Handles; i++)
        {
            HandleGift gift = message.GiftAt(i);
            seen[i] = gift.Value;
            if (!giver.Handles.TryFind(gift.Handle.Value, out _))
            {
                return false;
            }

            foreach (uint other in seen[..i])
            {
                if ((other ^ gift.Value) << 1 == 0 && ((other | gift.Value) & HandleGift.Moved) != 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void Offer(ModelTask sender, ModelTask to)
    {
        if (to.State == TaskState.Receiving)
        {
            DeliveryOutcome outcome = Deliver(sender, to);
            if (outcome == DeliveryOutcome.Done)
            {
                HandOver(to);
                return;
            }

            Fail(to, Rendezvous.ErrorOf(outcome));
        }

        sender.State = TaskState.Sending;
        sender.Peer = to;
        to.Senders.Add(sender);
        to.Touch();
    }

    private DeliveryOutcome Deliver(ModelTask sender, ModelTask receiver)
    {
        DeliveryOutcome outcome = Move(sender, receiver);
        if (outcome != DeliveryOutcome.Done)
        {
            return outcome;
        }

        if (sender.State == TaskState.Sending)
        {
            receiver.Senders.Remove(sender);
        }

        sender.State = TaskState.AwaitingReply;
        sender.Peer = receiver;
        sender.ReplyKey++;
        sender.Touch();
        if (receiver.Client is not null)
        {
            receiver.Owed.Add(receiver.Client);
        }

        receiver.Client = sender;
        Finish(sender, receiver, sender.ReplyKey);
        return DeliveryOutcome.Done;
    }

    private CallError TryAnswer(in CallArguments arguments, out ModelTask? client)
    {
        client = null;
        CallError error = TryDecode(in arguments, out OutgoingMessage message);
        if (error != CallError.None)
        {
            return error;
        }

        int frame = (int)(arguments.First >> 32) - FlatMachine.FirstNumber;
        ModelTask? found = frame >= 0 && frame < _tasks.Length ? _tasks[frame] : null;
        if (found is not { State: TaskState.AwaitingReply } || found.ReplyKey != arguments.First
            || found.Peer != Caller)
        {
            return CallError.BadSender;
        }

        client = found;
        if (!GiftsAreValid(Caller, in message))
        {
            return CallError.BadHandle;
        }

        Caller.Outgoing = message;
        Answer(Caller, client);
        return CallError.None;
    }

    private void Answer(ModelTask server, ModelTask client)
    {
        DeliveryOutcome outcome = Move(server, client);
        Disown(server, client);
        if (outcome == DeliveryOutcome.Done)
        {
            Finish(server, client, key: 0);
        }
        else
        {
            Fail(client, Rendezvous.ErrorOf(outcome));
        }
    }

    private static void Disown(ModelTask server, ModelTask client)
    {
        server.Touch();
        if (server.Client == client)
        {
            server.Client = null;
        }
        else
        {
            server.Owed.Remove(client);
        }
    }

    // Whom the current task woke takes over its turn, if that one waits now.
    private void HandOver(ModelTask task)
    {
        if (Caller.State != TaskState.Ready && task.State == TaskState.Ready)
        {
            Ready.Remove(task);
            Ready.AddFirst(task);
        }
    }

    private DeliveryOutcome Move(ModelTask from, ModelTask to)
    {
        MessageInfo info = from.Outgoing.Info;
        ulong length = ulong.Min(info.Length, to.IncomingCapacity);
        bool isShort = info.Length <= MessageInfo.ShortBytes;
        bool isBad = !isShort && !to.Memory.Allows(to.IncomingStart, length, isWrite: true);
        CallError room = CheckRoom(to, info.Handles);
        if (room == CallError.NoHandleFree)
        {
            return DeliveryOutcome.NoHandleFree;
        }

        // Where the buffer would do, the data may have been what there was no memory for.
        if (room == CallError.OutOfMemory && (isShort || isBad))
        {
            return DeliveryOutcome.OutOfMemory;
        }

        if (isShort || isBad)
        {
            return isBad ? DeliveryOutcome.BadBuffer : DeliveryOutcome.Done;
        }

        byte[] bytes = new byte[length];
        from.Memory.Read(from.Outgoing.Data.Value, bytes);
        if (HasRunOut(to))
        {
            RealMemory.Read(to, to.IncomingStart, bytes);
            to.Memory.Write(to.IncomingStart, bytes);
            return DeliveryOutcome.OutOfMemory;
        }

        to.Memory.Write(to.IncomingStart, bytes);
        RealMemory.AssertHolds(to, to.IncomingStart, bytes);
        return DeliveryOutcome.Done;
    }

    private void Finish(ModelTask from, ModelTask to, ulong key)
    {
        MessageInfo info = from.Outgoing.Info;
        Span<uint> given = stackalloc uint[HandleGift.MostPerMessage];
        MakeRoom(to, info.Handles);
        Give(from, from.Outgoing, to, given);
        Wake(to, new Told(
            info.Bits, key, given[0] | (ulong)given[1] << 32, given[2] | (ulong)given[3] << 32,
            info.Length <= MessageInfo.ShortBytes ? from.Words : default));
    }

    private static void Give(ModelTask from, in OutgoingMessage message, ModelTask to, Span<uint> given)
    {
        given.Clear();
        for (int i = 0; i < message.Info.Handles; i++)
        {
            HandleGift gift = message.GiftAt(i);
            _ = from.Handles.TryFind(gift.Handle.Value, out ModelHandle entry);
            bool isThere = entry.Mark != HandleMark.EndedChild && entry.Target is { IsAlive: true };
            given[i] = to.Handles.Add(isThere ? entry.Target : null, entry.Rights, HandleMark.Other);
            if (gift.IsMoved)
            {
                from.Handles.Remove(gift.Handle.Value);
            }
        }

        from.Touch();
        to.Touch();
    }

    private bool HasRunOut(ModelTask told) => IsTold(told, CallError.OutOfMemory) && IsScarce();

    private static bool IsTold(ModelTask told, CallError error) =>
        told.Slot.Task.Registers.Rax == Core.Negative(error);
}
