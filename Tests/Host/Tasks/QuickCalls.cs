using Kernel.Abi;
using Kernel.Ipc;
using Kernel.Machines;
using Kernel.Syscalls;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Tests.Host.Tasks;

/// <summary>What Boot/syscall.asm and Kernel/Metal/QuickEntry.cs do around the quick rendezvous.</summary>
internal static class QuickCalls
{
    /// <summary>Does a call of the current task's the quick way, if there is one and it is not refused.</summary>
    public static bool TryDo(ref Core core, SystemCall call, in CallArguments arguments)
    {
        if (call is SystemCall.Yield)
        {
            return TryYield(ref core);
        }

        SimTaskSlot caller = core.Current;
        bool isShort = call is SystemCall.SendShort or SystemCall.ReplyReceiveShort;
        bool isSend = call is SystemCall.Send or SystemCall.SendShort;
        ulong info = isShort ? MessageInfo.ShortBytes : arguments.Second;
        if ((!isSend && call is not (SystemCall.ReplyReceive or SystemCall.ReplyReceiveShort))
            || (info > MessageInfo.ShortBytes && !QuickGift.IsOne(info)))
        {
            return false;
        }

        if (!isShort)
        {
            caller.Task.IncomingStart = new VirtAddr(arguments.Third);
        }

        bool hasGift = info > MessageInfo.ShortBytes;
        uint gift = (uint)arguments.Sixth;
        SimTaskSlot receiver = isSend ? caller.EntryOf(arguments.First).Task : caller.Task.Client;
        if (hasGift && !QuickGift.CanGive(caller, receiver, gift))
        {
            return false;
        }

        ByteCount capacity = isShort ? ByteCount.Zero : new ByteCount(arguments.Fifth);
        bool isDone = isSend
            ? QuickRendezvous.TrySend(
                ref core, caller, arguments.First, capacity, out SimTaskSlot next, out ulong root)
            : QuickRendezvous.TryReplyReceive(ref core, caller, arguments.First, capacity, out next, out root);
        if (isDone)
        {
            SimMachine.WriteRoot(root);
            Core.SetResult(ref next.Task, info, isSend ? caller.Task.ReplyKey.Value : 0);
            next.Task.Registers.Rsi = hasGift ? QuickGift.Give(caller, next, gift) : 0;
            next.Task.Registers.Message = caller.Task.Registers.Message;
        }

        return isDone;
    }

    private static bool TryYield(ref Core core)
    {
        SimTaskSlot caller = core.Current;
        if (!core.TryYield(caller, out SimTaskSlot next, out ulong root))
        {
            return false;
        }

        Core.SetResult(ref caller.Task, rax: 0);
        if (next != caller)
        {
            SimMachine.WriteRoot(root);
        }

        return true;
    }
}
