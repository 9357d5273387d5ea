using System.Runtime;
using System.Runtime.CompilerServices;
using Kernel.Abi;
using Kernel.Ipc;
using Kernel.Units;

namespace Kernel.Metal;

/// <summary>
/// Where Boot/syscall.asm jumps with the calls that have a quick way. Each ends with a jump: to the next task, or, with
/// its arguments where they were, to the general way. Nothing here touches vector registers, the shortest ones use no
/// stack, and R10 stays what it was for messages that are not short (Tests/Gates/QuickPathTests.cs).
/// </summary>
internal static class QuickEntry
{
    [RuntimeExport("OnYield")]
    internal static void OnYield(ulong first, ulong second, ulong third, X64TaskSlot caller)
    {
        if (!State.Core.TryYield(caller, out X64TaskSlot next, out ulong root))
        {
            GeneralYield();
        }
        else if (next == caller)
        {
            Resume(0, caller);
        }
        else
        {
            ResumeAfterYield(root, next, caller);
        }
    }

    [RuntimeExport("OnSend")]
    internal static void OnSend(
        ulong handle, ulong info, ulong buffer, X64TaskSlot caller, ulong capacity, ulong gifts)
    {
        if (info > MessageInfo.ShortBytes)
        {
            if (QuickGift.IsOne(info))
            {
                SendGift(handle, info, buffer, caller, capacity, gifts);
            }
            else
            {
                GeneralSend(handle, info, buffer, caller, capacity, gifts);
            }

            return;
        }

        caller.Task.IncomingStart = new VirtAddr(buffer);
        if (!QuickRendezvous.TrySend(
            ref State.Core, caller, handle, new ByteCount(capacity), out X64TaskSlot next, out ulong root))
        {
            GeneralSend(handle, info, buffer, caller, capacity, 0);
            return;
        }

        ResumeWithMessage(root, next, caller.Task.ReplyKey.Value, info);
    }

    [RuntimeExport("OnSendShort")]
    internal static void OnSendShort(ulong handle, ulong second, ulong third, X64TaskSlot caller)
    {
        if (!QuickRendezvous.TrySend(
            ref State.Core, caller, handle, ByteCount.Zero, out X64TaskSlot next, out ulong root))
        {
            GeneralSendShort(handle);
            return;
        }

        ResumeWithShort(root, next, caller.Task.ReplyKey.Value);
    }

    [RuntimeExport("OnReplyReceive")]
    internal static void OnReplyReceive(
        ulong sender, ulong info, ulong buffer, X64TaskSlot caller, ulong capacity, ulong gifts)
    {
        if (info > MessageInfo.ShortBytes)
        {
            if (QuickGift.IsOne(info))
            {
                ReplyGift(sender, info, buffer, caller, capacity, gifts);
            }
            else
            {
                GeneralReplyReceive(sender, info, buffer, caller, capacity, gifts);
            }

            return;
        }

        caller.Task.IncomingStart = new VirtAddr(buffer);
        if (!QuickRendezvous.TryReplyReceive(
            ref State.Core, caller, sender, new ByteCount(capacity), out X64TaskSlot next, out ulong root))
        {
            GeneralReplyReceive(sender, info, buffer, caller, capacity, 0);
            return;
        }

        ResumeWithMessage(root, next, 0, info);
    }

    [RuntimeExport("OnReplyReceiveShort")]
    internal static void OnReplyReceiveShort(ulong sender, ulong second, ulong third, X64TaskSlot caller)
    {
        if (!QuickRendezvous.TryReplyReceive(
            ref State.Core, caller, sender, ByteCount.Zero, out X64TaskSlot next, out ulong root))
        {
            GeneralReplyReceiveShort(sender);
            return;
        }

        ResumeWithShort(root, next, 0);
    }

    // Functions of their own, because what they need of the stack should cost nobody else.
    private static void SendGift(
        ulong handle, ulong info, ulong buffer, X64TaskSlot caller, ulong capacity, ulong gifts)
    {
        uint gift = (uint)gifts;
        caller.Task.IncomingStart = new VirtAddr(buffer);
        if (!QuickGift.CanGive(caller, caller.EntryOf(handle).Task, gift)
            || !QuickRendezvous.TrySend(
                ref State.Core, caller, handle, new ByteCount(capacity), out X64TaskSlot next, out ulong root))
        {
            GeneralSend(handle, info, buffer, caller, capacity, gifts);
            return;
        }

        ulong given = QuickGift.Give(caller, next, gift);
        ResumeWithGift(root, next, caller.Task.ReplyKey.Value, info, given);
    }

    private static void ReplyGift(
        ulong sender, ulong info, ulong buffer, X64TaskSlot caller, ulong capacity, ulong gifts)
    {
        uint gift = (uint)gifts;
        caller.Task.IncomingStart = new VirtAddr(buffer);
        if (!QuickGift.CanGive(caller, caller.Task.Client, gift)
            || !QuickRendezvous.TryReplyReceive(
                ref State.Core, caller, sender, new ByteCount(capacity), out X64TaskSlot next, out ulong root))
        {
            GeneralReplyReceive(sender, info, buffer, caller, capacity, gifts);
            return;
        }

        ulong given = QuickGift.Give(caller, next, gift);
        ResumeWithGift(root, next, 0, info, given);
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("resume_with_gift")]
    private static extern void ResumeWithGift(ulong root, X64TaskSlot next, ulong rdx, ulong rax, ulong rsi);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("resume_with_short")]
    private static extern void ResumeWithShort(ulong root, X64TaskSlot next, ulong rdx);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("general_send_short")]
    private static extern void GeneralSendShort(ulong handle);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("general_reply_receive_short")]
    private static extern void GeneralReplyReceiveShort(ulong sender);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("resume_with_message")]
    private static extern void ResumeWithMessage(ulong root, X64TaskSlot next, ulong rdx, ulong rax);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("resume_plain")]
    private static extern void Resume(ulong none, X64TaskSlot next);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("resume_after_yield")]
    private static extern void ResumeAfterYield(ulong root, X64TaskSlot next, X64TaskSlot yielder);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("general_yield")]
    private static extern void GeneralYield();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("general_send")]
    private static extern void GeneralSend(
        ulong handle, ulong info, ulong buffer, X64TaskSlot caller, ulong capacity, ulong gifts);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("general_reply_receive")]
    private static extern void GeneralReplyReceive(
        ulong sender, ulong info, ulong buffer, X64TaskSlot caller, ulong capacity, ulong gifts);
}
