using Kernel.Abi;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Syscalls;

/// <summary>Messages and buffers as calls describe them.</summary>
internal static class Messages
{
    /// <summary>The message that a call sends: what it says of itself is true, and the data are the caller's.</summary>
    internal static CallError TryDecode(in Task caller, in CallArguments arguments, out OutgoingMessage message)
    {
        var info = new MessageInfo(arguments.Second);
        var data = new VirtAddr(arguments.Fourth);
        message = new OutgoingMessage(info, data, arguments.Sixth, caller.Registers.Rbx);
        return !info.IsValid ? CallError.BadArgument
            : info.Length > MessageInfo.ShortBytes
                && !PagingManager.Allows(in caller.Space, data, new ByteCount(info.Length), PageRights.Read)
                ? CallError.BadBuffer
            : CallError.None;
    }

    /// <summary>Where the call wants what comes back.</summary>
    internal static void SetBuffer(ref Task caller, in CallArguments arguments)
    {
        caller.IncomingStart = new VirtAddr(arguments.Third);
        caller.IncomingCapacity = new ByteCount(arguments.Fifth);
    }
}
