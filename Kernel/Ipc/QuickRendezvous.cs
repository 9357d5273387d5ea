using System.Runtime.CompilerServices;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Ipc;

/// <summary>
/// What nearly all messages are: for somebody who waits for just that. No more is looked at here than must be, and
/// nothing is changed where there is more to it: then the call goes the general way, to the same end.
/// </summary>
internal static class QuickRendezvous
{
    /// <summary>
    /// A caller's short message and its wait for the reply. True: the receiver runs from now on, with the message, the
    /// caller's <see cref="Task.ReplyKey"/> and the message's length as results; <paramref name="root"/> is what CR3
    /// must get at once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TrySend(
        ref Core core, TaskSlot caller, ulong handle, ByteCount capacity, out TaskSlot receiver,
        out ulong root)
    {
        if (!CanSend(caller, handle, out receiver))
        {
            root = 0;
            return false;
        }

        Send(caller, receiver, capacity);
        root = core.SwitchTo(receiver);
        return true;
    }

    /// <summary>
    /// The caller's short reply to who sent last, and its wait for the next message where none is there. True: the
    /// client runs from now on, with the reply and its length as results; <paramref name="root"/> is what CR3 must get
    /// at once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryReplyReceive(
        ref Core core, TaskSlot caller, ulong sender, ByteCount capacity, out TaskSlot client,
        out ulong root)
    {
        if (!CanReply(ref core, caller, sender, out client))
        {
            root = 0;
            return false;
        }

        ReplyReceive(caller, client, capacity);
        root = core.SwitchTo(client);
        return true;
    }

    /// <summary>
    /// Whether a handle is the caller's, and who is behind it waits for a message and is no less urgent; also where not,
    /// the receiver is some task.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool CanSend(TaskSlot caller, ulong handle, out TaskSlot receiver)
    {
        ref HandleEntry entry = ref caller.EntryOf(handle);
        receiver = entry.Task;
        return (entry.Key ^ handle | receiver.Record.Receiving ^ entry.SendSerial) == 0;
    }

    /// <summary>Hands the caller's message over, once it is there; the receiver is who runs next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Send(TaskSlot caller, TaskSlot receiver, ByteCount capacity)
    {
        receiver.Record.Receiving = 0;
        receiver.Task.Client = caller;
        caller.Task.Peer = receiver;
        caller.Task.ReplyKey.Count = caller.Task.ReplyKey.Count + 1;
        caller.Task.IncomingCapacity = capacity;
    }

    /// <summary>
    /// Whether a sender is the one whose message came last and is not answered, nobody more urgent could run then, and
    /// no message is there for the caller; also where not, the client is some task.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool CanReply(ref Core core, TaskSlot caller, ulong sender, out TaskSlot client)
    {
        client = caller.Task.Client;
        return (client.Task.Peer.Bits ^ caller.Bits | client.Task.ReplyKey.Value ^ sender
            | caller.Task.Senders.Occupied | core.MoreUrgentThan(client)) == 0;
    }

    /// <summary>Hands the caller's reply over, once it is there; the client is who runs next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void ReplyReceive(TaskSlot caller, TaskSlot client, ByteCount capacity)
    {
        client.Task.Peer = default;
        caller.Task.Client = caller;
        caller.Task.IncomingCapacity = capacity;
        caller.Record.Receiving = caller.Task.Serial;
    }
}
