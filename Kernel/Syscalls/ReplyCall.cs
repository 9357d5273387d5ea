using Kernel.Abi;
using Kernel.Ipc;
using Kernel.Machines;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Syscalls;

/// <summary>Reply: the answer to a sender, once. It never waits: the sender does.</summary>
internal static class ReplyCall
{
    internal static CallError Do(ref Core core, in CallArguments arguments)
    {
        CallError error = TryAnswer(ref core, in arguments, out _);
        if (error == CallError.None)
        {
            Core.SetResult(ref core.Current.Task, rax: 0);
        }

        return error;
    }

    /// <summary>Answers, if all is well with what the caller says; who was answered.</summary>
    internal static CallError TryAnswer(ref Core core, in CallArguments arguments, out TaskSlot client)
    {
        client = default;
        ref Task caller = ref core.Current.Task;
        CallError error = Messages.TryDecode(in caller, in arguments, out OutgoingMessage message);
        if (error != CallError.None)
        {
            return error;
        }

        if (!TryFindSender(ref core, arguments.First, out client))
        {
            return CallError.BadSender;
        }

        if (!Gifts.AreValid(ref caller, in message))
        {
            return CallError.BadHandle;
        }

        caller.Outgoing = message;
        Rendezvous.Answer(ref core, core.Current, client);
        return CallError.None;
    }

    // The id names the frame of the sender's record; what is in there tells whether it is one.
    private static bool TryFindSender(ref Core core, ulong id, out TaskSlot client)
    {
        var frame = new Frame((uint)(id >> 32));
        client = default;
        if (!core.Memory.Frames.Records.Cover(frame) || Machine.Record(frame).Use != FrameUse.Task)
        {
            return false;
        }

        client = new TaskSlot(frame);
        ref readonly Task task = ref client.Task;
        return Core.StateOf(client) == TaskState.AwaitingReply && task.ReplyKey.Value == id
            && task.Peer == core.Current;
    }
}
