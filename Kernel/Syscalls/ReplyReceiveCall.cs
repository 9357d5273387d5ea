using Kernel.Abi;
using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>
/// ReplyReceive: both in one trap, for the loop of a server. A sender that is not there any more is no error here; what
/// is wrong with the reply itself is, and then nothing is received.
/// </summary>
internal static class ReplyReceiveCall
{
    internal static CallError Do(ref Core core, in CallArguments arguments)
    {
        CallError error = arguments.First == 0 ? CallError.None : ReplyCall.TryAnswer(ref core, in arguments);
        return error is CallError.None or CallError.BadSender ? ReceiveCall.Do(ref core, in arguments) : error;
    }
}
