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
    public static bool TryDo(ref Core core, SystemCall call, in CallArguments arguments) => call switch
    {
        SystemCall.Yield => TryYield(ref core),
        SystemCall.SendShort or SystemCall.ReplyReceiveShort => TryMove(
            ref core, call == SystemCall.SendShort, arguments.Shortened),
        SystemCall.Send or SystemCall.ReplyReceive => TryMove(ref core, call == SystemCall.Send, in arguments),
        _ => false,
    };

    private static bool TryMove(ref Core core, bool isSend, in CallArguments arguments)
    {
        SimTaskSlot caller = core.Current;
        caller.Task.Registers.Data = arguments.Fourth;
        ulong info = arguments.Second;
        bool isDone = info <= MessageInfo.ShortBytes ? TryHand(ref core, isSend, in arguments, out SimTaskSlot next)
            : info < MessageInfo.OneHandle ? TryData(ref core, isSend, in arguments, out next)
            : TryGift(ref core, isSend, in arguments, out next);
        if (isDone)
        {
            next.Task.Registers.Rax = info;
            next.Task.Registers.Rdx = isSend ? caller.Task.ReplyKey.Value : 0;
            next.Task.Registers.Rdi = 0;
        }

        return isDone;
    }

    private static bool TryHand(ref Core core, bool isSend, in CallArguments arguments, out SimTaskSlot next)
    {
        SimTaskSlot caller = core.Current;
        caller.Task.IncomingStart = new VirtAddr(arguments.Third);
        var capacity = new ByteCount(arguments.Fifth);
        bool isDone = isSend
            ? QuickRendezvous.TrySend(ref core, caller, arguments.First, capacity, out next, out ulong root)
            : QuickRendezvous.TryReplyReceive(ref core, caller, arguments.First, capacity, out next, out root);
        if (isDone)
        {
            SimMachine.WriteRoot(root);
            next.Task.Registers.Rsi = 0;
            next.Task.Registers.Message = caller.Task.Registers.Message;
        }

        return isDone;
    }

    private static bool TryGift(ref Core core, bool isSend, in CallArguments arguments, out SimTaskSlot next)
    {
        SimTaskSlot caller = core.Current;
        uint gift = (uint)arguments.Sixth;
        next = isSend ? caller.EntryOf(arguments.First).Task : caller.Task.Client;
        if (!QuickGift.IsOne(arguments.Second) || !QuickGift.CanGive(caller, next, gift)
            || !TryHand(ref core, isSend, in arguments, out next))
        {
            return false;
        }

        next.Task.Registers.Rsi = QuickGift.Give(caller, next, gift);
        return true;
    }

    private static bool TryData(ref Core core, bool isSend, in CallArguments arguments, out SimTaskSlot next)
    {
        SimTaskSlot caller = core.Current;
        bool canHand = isSend
            ? QuickRendezvous.CanSend(caller, arguments.First, out next)
            : QuickRendezvous.CanReply(ref core, caller, arguments.First, out next);
        if (!canHand || !QuickData.TryMove(ref core, caller, next, new ByteCount(arguments.Second)))
        {
            return false;
        }

        caller.Task.IncomingStart = new VirtAddr(arguments.Third);
        var capacity = new ByteCount(arguments.Fifth);
        if (isSend)
        {
            QuickRendezvous.Send(caller, next, capacity);
        }
        else
        {
            QuickRendezvous.ReplyReceive(caller, next, capacity);
        }

        core.Activate(next);
        next.Task.Registers.Rsi = 0;
        next.Task.Registers.Message = default;
        return true;
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
