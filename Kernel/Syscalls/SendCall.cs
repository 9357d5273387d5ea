using Kernel.Abi;
using Kernel.Ipc;
using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>Send: a message to the task behind a handle, and the wait for its reply.</summary>
internal static class SendCall
{
    internal static CallError Do(ref Core core, in CallArguments arguments)
    {
        ref Task caller = ref core.Current.Task;
        CallError error = Messages.TryDecode(in caller, in arguments, out OutgoingMessage message);
        if (error != CallError.None)
        {
            return error;
        }

        error = HandleUse.TryFind(ref caller, arguments.First, HandleRights.Send, out TaskSlot to);
        if (error != CallError.None)
        {
            return error;
        }

        if (WaitSearch.IsInVain(ref core, to))
        {
            return CallError.WouldDeadlock;
        }

        if (!Gifts.AreValid(ref caller, in message))
        {
            return CallError.BadHandle;
        }

        caller.Outgoing = message;
        Messages.SetBuffer(ref caller, in arguments);
        Offer(ref core, ref caller, to);
        return CallError.None;
    }

    // Hands the message over at once, or lets it wait. A receiver whose buffer is bad is told so, and the message stays.
    private static void Offer(ref Core core, ref Task caller, TaskSlot to)
    {
        if (Core.StateOf(to) == TaskState.Receiving)
        {
            DeliveryOutcome outcome = Rendezvous.Deliver(ref core, core.Current, to);
            if (outcome == DeliveryOutcome.Done)
            {
                core.HandOver(to);
                return;
            }

            core.Fail(to, Rendezvous.ErrorOf(outcome));
        }

        caller.RecordedState = TaskState.Sending;
        caller.Peer = to;
        to.Task.Senders.Add(core.Current);
    }
}
