using System.Runtime;
using System.Runtime.CompilerServices;
using Kernel.Ipc;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Metal;

/// <summary>
/// Where Boot/syscall.asm jumps with the calls that have a quick way. Each ends with a jump: to the next task, or, with
/// its arguments where they were, to the general way. What is in registers alone is moved without touching a vector
/// register, and the shortest calls use no stack (Tests/Gates/QuickPathTests.cs).
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
    internal static void OnSend(ulong handle, ulong info, ulong buffer, X64TaskSlot caller, ulong capacity)
    {
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

    [RuntimeExport("OnSendGift")]
    internal static void OnSendGift(
        ulong handle, ulong info, ulong buffer, X64TaskSlot caller, ulong capacity, ulong gifts)
    {
        uint gift = (uint)gifts;
        caller.Task.IncomingStart = new VirtAddr(buffer);
        if (!QuickGift.IsOne(info)
            || !QuickGift.CanGive(caller, caller.EntryOf(handle).Task, gift)
            || !QuickRendezvous.TrySend(
                ref State.Core, caller, handle, new ByteCount(capacity), out X64TaskSlot next, out ulong root))
        {
            GeneralSend(handle, info, buffer, caller, capacity, gifts);
            return;
        }

        ulong given = QuickGift.Give(caller, next, gift);
        ResumeWithGift(root, next, caller.Task.ReplyKey.Value, info, given);
    }

    [RuntimeExport("OnSendData")]
    internal static void OnSendData(ulong handle, ulong info, ulong buffer, X64TaskSlot caller, ulong capacity)
    {
        ref Core core = ref State.Core;
        if (!QuickRendezvous.CanSend(caller, handle, out X64TaskSlot receiver)
            || !QuickData.TryMove(ref core, caller, receiver, new ByteCount(info)))
        {
            GeneralSend(handle, info, buffer, caller, capacity, 0);
            return;
        }

        caller.Task.IncomingStart = new VirtAddr(buffer);
        QuickRendezvous.Send(caller, receiver, new ByteCount(capacity));
        core.Activate(receiver);
        ResumeWithData(0, receiver, caller.Task.ReplyKey.Value, info);
    }

    [RuntimeExport("OnReplyReceive")]
    internal static void OnReplyReceive(ulong sender, ulong info, ulong buffer, X64TaskSlot caller, ulong capacity)
    {
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

    [RuntimeExport("OnReplyReceiveGift")]
    internal static void OnReplyReceiveGift(
        ulong sender, ulong info, ulong buffer, X64TaskSlot caller, ulong capacity, ulong gifts)
    {
        uint gift = (uint)gifts;
        caller.Task.IncomingStart = new VirtAddr(buffer);
        if (!QuickGift.IsOne(info)
            || !QuickGift.CanGive(caller, caller.Task.Client, gift)
            || !QuickRendezvous.TryReplyReceive(
                ref State.Core, caller, sender, new ByteCount(capacity), out X64TaskSlot next, out ulong root))
        {
            GeneralReplyReceive(sender, info, buffer, caller, capacity, gifts);
            return;
        }

        ulong given = QuickGift.Give(caller, next, gift);
        ResumeWithGift(root, next, 0, info, given);
    }

    [RuntimeExport("OnReplyReceiveData")]
    internal static void OnReplyReceiveData(ulong sender, ulong info, ulong buffer, X64TaskSlot caller, ulong capacity)
    {
        ref Core core = ref State.Core;
        if (!QuickRendezvous.CanReply(ref core, caller, sender, out X64TaskSlot client)
            || !QuickData.TryMove(ref core, caller, client, new ByteCount(info)))
        {
            GeneralReplyReceive(sender, info, buffer, caller, capacity, 0);
            return;
        }

        caller.Task.IncomingStart = new VirtAddr(buffer);
        QuickRendezvous.ReplyReceive(caller, client, new ByteCount(capacity));
        core.Activate(client);
        ResumeWithData(0, client, 0, info);
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("resume_plain")]
    private static extern void Resume(ulong none, X64TaskSlot next);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("resume_after_yield")]
    private static extern void ResumeAfterYield(ulong root, X64TaskSlot next, X64TaskSlot yielder);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("resume_with_message")]
    private static extern void ResumeWithMessage(ulong root, X64TaskSlot next, ulong rdx, ulong rax);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("resume_with_short")]
    private static extern void ResumeWithShort(ulong root, X64TaskSlot next, ulong rdx);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("resume_with_gift")]
    private static extern void ResumeWithGift(ulong root, X64TaskSlot next, ulong rdx, ulong rax, ulong rsi);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("resume_with_data")]
    private static extern void ResumeWithData(ulong none, X64TaskSlot next, ulong rdx, ulong rax);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("general_yield")]
    private static extern void GeneralYield();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("general_send")]
    private static extern void GeneralSend(
        ulong handle, ulong info, ulong buffer, X64TaskSlot caller, ulong capacity, ulong gifts);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("general_send_short")]
    private static extern void GeneralSendShort(ulong handle);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("general_reply_receive")]
    private static extern void GeneralReplyReceive(
        ulong sender, ulong info, ulong buffer, X64TaskSlot caller, ulong capacity, ulong gifts);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("general_reply_receive_short")]
    private static extern void GeneralReplyReceiveShort(ulong sender);
}
