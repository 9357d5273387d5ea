using Kernel.Abi;
using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>
/// ReplyReceive: both in one trap, for the loop of a server. A sender that is not there any more is no error here; what
/// is wrong with the reply itself is, and then nothing is received. Where no message is there, the one who was answered
/// takes over the turn.
/// </summary>
internal static class ReplyReceiveCall
{
    internal static CallError Do(ref Core core, in CallArguments arguments)
    {
        TaskSlot client = default;
        CallError error = arguments.First == 0
            ? CallError.BadSender
            : ReplyCall.TryAnswer(ref core, in arguments, out client);
        if (error == CallError.BadSender)
        {
            return ReceiveCall.Do(ref core, in arguments);
        }

        if (error == CallError.None)
        {
            error = ReceiveCall.Do(ref core, in arguments);
            core.HandOver(client);
        }

        return error;
    }
}
