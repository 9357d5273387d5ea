using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Kernel.Abi;

namespace UserPrograms;

/// <summary>Messages of any length, with handles. Whole pages of them are shared, not copied.</summary>
public static unsafe partial class Call
{
    /// <summary>Sends bytes and waits for the reply; its true length, also where the buffer was shorter.</summary>
    public static CallError Send(Handle to, ReadOnlySpan<byte> data, Span<byte> reply, out ulong length)
    {
        CallError error = Send(to, data, HandleGifts.None, reply, out Message received);
        length = received.Length;
        return error;
    }

    /// <summary>Sends bytes and handles, and waits for the reply.</summary>
    public static CallError Send(
        Handle to, ReadOnlySpan<byte> data, HandleGifts gifts, Span<byte> reply, out Message received) =>
        IsInMemory(data, gifts)
            ? Finish(
                SendData(
                    to.Value, InfoOf(data, gifts), AddressOf(reply), AddressOf(data), (uint)reply.Length, gifts.Lower,
                    out received),
                reply, ref received)
            : Exchange(SystemCall.Send, to.Value, data, gifts, reply, out received);

    /// <summary>Waits for a message.</summary>
    public static CallError Receive(Span<byte> buffer, out Message message) =>
        Exchange(SystemCall.Receive, to: 0, data: default, HandleGifts.None, buffer, out message);

    /// <summary>Answers a sender.</summary>
    public static CallError Reply(SenderId to, ReadOnlySpan<byte> data, HandleGifts gifts = default) =>
        Exchange(SystemCall.Reply, to.Value, data, gifts, buffer: default, out _);

    /// <summary>Answers a sender, none where it is none, and waits for the next message.</summary>
    public static CallError ReplyReceive(
        SenderId to, ReadOnlySpan<byte> data, HandleGifts gifts, Span<byte> buffer, out Message message) =>
        IsInMemory(data, gifts)
            ? Finish(
                ReplyReceiveData(
                    to.Value, InfoOf(data, gifts), AddressOf(buffer), AddressOf(data), (uint)buffer.Length, gifts.Lower,
                    out message),
                buffer, ref message)
            : Exchange(SystemCall.ReplyReceive, to.Value, data, gifts, buffer, out message);

    // Whether no data have to be brought into registers, and a register has all handles: of no bytes (0 - 1) there is
    // nothing to bring.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsInMemory(ReadOnlySpan<byte> data, HandleGifts gifts) =>
        (uint)(data.Length - 1) >= MessageInfo.ShortBytes && gifts.Count <= 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong InfoOf(ReadOnlySpan<byte> data, HandleGifts gifts) =>
        (uint)data.Length | (uint)gifts.Count * MessageInfo.OneHandle;

    // What came is nothing where there was an error, and in registers where it is short.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static CallError Finish(long info, Span<byte> buffer, ref Message message) =>
        info >= 0 && ((ulong)info & MessageInfo.LengthMask) - 1 >= MessageInfo.ShortBytes
            ? CallError.None
            : FinishOther(info, buffer, ref message);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CallError FinishOther(long info, Span<byte> buffer, ref Message message)
    {
        if (info < 0)
        {
            message = default;
            return ErrorOf(info);
        }

        int length = (int)message.Length < buffer.Length ? (int)message.Length : buffer.Length;
        ShortMessage.Bytes(ref Arrived)[..length].CopyTo(buffer);
        return CallError.None;
    }

    // With a message of any kind; the ways of the others lead past what is done here.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CallError Exchange(
        SystemCall call, ulong to, ReadOnlySpan<byte> data, HandleGifts gifts, Span<byte> buffer, out Message message)
    {
        var registers = new Registers
        {
            First = to,
            Second = InfoOf(data, gifts),
            Third = AddressOf(buffer),
            Fourth = AddressOf(data),
            Fifth = (uint)buffer.Length,
            Sixth = gifts.Lower,
            Seventh = gifts.Upper,
        };
        if (data.Length <= MessageInfo.ShortBytes)
        {
            data.CopyTo(ShortMessage.Bytes(ref registers.Message));
        }

        CallKernel((ulong)call, ref registers);
        Arrived = registers.Message;
        message = new Message(
            new MessageInfo(registers.First), new SenderId(registers.Second),
            new ReceivedHandles(registers.Third, registers.Fourth));
        return Finish((long)registers.First, buffer, ref message);
    }

    // The short message that came last, but for those in Words.
    private static ref ShortMessage Arrived => ref *LocateArrived();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("send_data")]
    private static extern long SendData(
        ulong to, ulong info, ulong buffer, ulong data, ulong capacity, ulong gifts, out Message received);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("reply_receive_data")]
    private static extern long ReplyReceiveData(
        ulong to, ulong info, ulong buffer, ulong data, ulong capacity, ulong gifts, out Message received);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("locate_arrived")]
    private static extern ShortMessage* LocateArrived();
}
