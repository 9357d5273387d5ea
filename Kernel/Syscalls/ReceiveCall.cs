using Kernel.Abi;
using Kernel.Ipc;
using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>Receive: the next message, of the most urgent sender that waits, or the wait for one.</summary>
internal static class ReceiveCall
{
    internal static CallError Do(ref Core core, in CallArguments arguments)
    {
        ref Task caller = ref core.Current.Task;
        Messages.SetBuffer(ref caller, in arguments);
        TaskSlot sender = caller.Senders.First;
        if (sender.IsNone)
        {
            core.AwaitMessage();
            return CallError.None;
        }

        return Rendezvous.ErrorOf(Rendezvous.Deliver(ref core, sender, core.Current));
    }
}
