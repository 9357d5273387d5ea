using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Ipc;

/// <summary>
/// What nearly all messages are: in registers, to somebody who waits for just that. No more is looked at here than must
/// be, and nothing is changed where there is more to it: then the call goes the general way, to the same end.
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
        ref HandleEntry entry = ref caller.EntryOf(handle);
        receiver = entry.Task;
        ref FrameRecord record = ref receiver.Record;
        if ((entry.Key ^ handle | record.Receiving ^ entry.SendSerial) != 0)
        {
            root = 0;
            return false;
        }

        record.Receiving = 0;
        receiver.Task.Client = caller;
        caller.Task.Peer = receiver;
        caller.Task.ReplyKey.Count = caller.Task.ReplyKey.Count + 1;
        caller.Task.IncomingCapacity = capacity;
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
        client = caller.Task.Client;
        if ((client.Task.Peer.Bits ^ caller.Bits | client.Task.ReplyKey.Value ^ sender
            | caller.Task.Senders.Occupied | core.MoreUrgentThan(client)) != 0)
        {
            root = 0;
            return false;
        }

        client.Task.Peer = default;
        caller.Task.Client = caller;
        caller.Task.IncomingCapacity = capacity;
        caller.Record.Receiving = caller.Task.Serial;
        root = core.SwitchTo(client);
        return true;
    }
}
