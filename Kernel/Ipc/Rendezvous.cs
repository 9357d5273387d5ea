using System;
using Kernel.Abi;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Ipc;

/// <summary>
/// Where a message changes hands: sender and receiver both stand still, one because it waits and one because it is in
/// the kernel. All that can be refused is refused before anything has changed but the receiver's buffer.
/// </summary>
internal static class Rendezvous
{
    /// <summary>
    /// Moves a sender's message to a receiver, who goes on; the sender, which is out of the receiver's list then, waits
    /// for the reply.
    /// </summary>
    internal static DeliveryOutcome Deliver(ref Core core, TaskSlot from, TaskSlot to)
    {
        ref Task sender = ref from.Task;
        ref Task receiver = ref to.Task;
        DeliveryOutcome outcome = Move(ref core, ref sender, ref receiver);
        if (outcome != DeliveryOutcome.Done)
        {
            return outcome;
        }

        if (sender.RecordedState == TaskState.Sending)
        {
            receiver.Senders.Remove(from);
        }

        sender.RecordedState = TaskState.Ready;
        sender.Peer = to;
        sender.ReplyKey.Count++;
        Own(to, from);
        Finish(ref core, ref sender, to, sender.ReplyKey.Value);
        return DeliveryOutcome.Done;
    }

    /// <summary>
    /// Moves a reply to a sender that waits for it, who goes on: with the reply, or with an error where its own buffer
    /// or table was to blame. The one who replies loses nothing by that.
    /// </summary>
    internal static void Answer(ref Core core, TaskSlot from, TaskSlot to)
    {
        ref Task server = ref from.Task;
        ref Task client = ref to.Task;
        DeliveryOutcome outcome = Move(ref core, ref server, ref client);
        Disown(from, to);
        if (outcome == DeliveryOutcome.Done)
        {
            Finish(ref core, ref server, to, key: 0);
        }
        else
        {
            core.Fail(to, ErrorOf(outcome));
        }
    }

    /// <summary>What an outcome says to the receiver.</summary>
    internal static CallError ErrorOf(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.BadBuffer => CallError.BadBuffer,
        DeliveryOutcome.NoHandleFree => CallError.NoHandleFree,
        DeliveryOutcome.OutOfMemory => CallError.OutOfMemory,
        _ => CallError.None,
    };

    /// <summary>A server owes a sender no reply any more.</summary>
    internal static void Disown(TaskSlot server, TaskSlot client)
    {
        ref Task task = ref server.Task;
        if (task.Client == client)
        {
            task.Client = server;
        }
        else
        {
            task.Owed.Remove(client);
        }
    }

    /// <summary>
    /// Moves bytes, which their owner may read, into the buffer where a task waits for some: as many as it has room for.
    /// </summary>
    internal static DeliveryOutcome Deposit(
        ref Core core, ref AddressSpace source, VirtAddr data, ref Task to, ByteCount length)
    {
        length = new ByteCount(Math.Min(length.Value, to.IncomingCapacity.Value));
        return !PagingManager.Allows(in to.Space, to.IncomingStart, length, PageRights.Write)
            ? DeliveryOutcome.BadBuffer
            : Transfer.Move(ref core, ref source, data, ref to.Space, to.IncomingStart, length);
    }

    // The newest sender is the one that is answered next, as a rule; the others wait in a list.
    private static void Own(TaskSlot server, TaskSlot client)
    {
        ref Task task = ref server.Task;
        if (task.Client != server)
        {
            task.Owed.Add(task.Client);
        }

        task.Client = client;
    }

    private static DeliveryOutcome Move(ref Core core, ref Task from, ref Task to)
    {
        CallError error = core.TryMakeRoom(ref to, from.Outgoing.Info.Handles, out Frame added);
        if (error != CallError.None)
        {
            return error == CallError.NoHandleFree ? DeliveryOutcome.NoHandleFree : DeliveryOutcome.OutOfMemory;
        }

        DeliveryOutcome outcome = MoveData(ref core, ref from, ref to);
        if (outcome != DeliveryOutcome.Done)
        {
            core.TakeBackRoom(ref to, added);
        }

        return outcome;
    }

    private static DeliveryOutcome MoveData(ref Core core, ref Task from, ref Task to)
    {
        MessageInfo info = from.Outgoing.Info;
        if (info.Length <= MessageInfo.ShortBytes)
        {
            return DeliveryOutcome.Done;
        }

        return Deposit(ref core, ref from.Space, from.Outgoing.Data, ref to, new ByteCount(info.Length));
    }

    // Nothing can fail any more.
    private static void Finish(ref Core core, ref Task from, TaskSlot to, ulong key)
    {
        ref Task receiver = ref to.Task;
        ShortMessage words = from.Outgoing.Info.Length <= MessageInfo.ShortBytes ? from.Registers.Message : default;
        Gifts.Give(ref from, in from.Outgoing, ref receiver, out ulong first, out ulong second);
        core.Wake(to, from.Outgoing.Info.Bits, key);
        receiver.Registers.Rsi = first;
        receiver.Registers.Rdi = second;
        receiver.Registers.Message = words;
    }
}
