using System;
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
        Handle to, ReadOnlySpan<byte> data, HandleGifts gifts, Span<byte> reply, out Message received)
    {
        SetOutgoing(out Registers registers, to.Value, data, gifts, reply);
        CallError error = Do(SystemCall.Send, ref registers);
        received = Incoming(ref registers, error, SenderId.None, reply);
        return error;
    }

    /// <summary>Waits for a message.</summary>
    public static CallError Receive(Span<byte> buffer, out Message message)
    {
        var registers = new Registers { Third = AddressOf(buffer), Fifth = (ulong)buffer.Length };
        CallError error = Do(SystemCall.Receive, ref registers);
        message = Incoming(ref registers, error, new SenderId(registers.Second), buffer);
        return error;
    }

    /// <summary>Answers a sender.</summary>
    public static CallError Reply(SenderId to, ReadOnlySpan<byte> data, HandleGifts gifts = default)
    {
        SetOutgoing(out Registers registers, to.Value, data, gifts, default);
        return Do(SystemCall.Reply, ref registers);
    }

    /// <summary>Answers a sender, none where it is none, and waits for the next message.</summary>
    public static CallError ReplyReceive(
        SenderId to, ReadOnlySpan<byte> data, HandleGifts gifts, Span<byte> buffer, out Message message)
    {
        SetOutgoing(out Registers registers, to.Value, data, gifts, buffer);
        CallError error = Do(SystemCall.ReplyReceive, ref registers);
        message = Incoming(ref registers, error, new SenderId(registers.Second), buffer);
        return error;
    }

    // Field by field, and nothing copied where there is nothing: what most messages are made of costs little.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SetOutgoing(
        out Registers registers, ulong to, ReadOnlySpan<byte> data, HandleGifts gifts, Span<byte> buffer)
    {
        registers.First = to;
        registers.Second = (ulong)(uint)data.Length | (ulong)(uint)gifts.Count * MessageInfo.OneHandle;
        registers.Third = AddressOf(buffer);
        registers.Fourth = AddressOf(data);
        registers.Fifth = (ulong)(uint)buffer.Length;
        registers.Sixth = gifts.Lower;
        registers.Seventh = gifts.Upper;
        registers.Message = default;
        if (!data.IsEmpty && data.Length <= MessageInfo.ShortBytes)
        {
            data.CopyTo(ShortMessage.Bytes(ref registers.Message));
        }
    }

    // Short messages come in registers, and leave the buffer as it is; of none (0 - 1) there is nothing to copy.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Message Incoming(ref Registers registers, CallError error, SenderId sender, Span<byte> buffer)
    {
        if (error != CallError.None)
        {
            return default;
        }

        var info = new MessageInfo(registers.First);
        if (info.Length - 1 < MessageInfo.ShortBytes)
        {
            int length = (int)info.Length < buffer.Length ? (int)info.Length : buffer.Length;
            ShortMessage.Bytes(ref registers.Message)[..length].CopyTo(buffer);
        }

        return new Message(info, sender, new ReceivedHandles(registers.Third, registers.Fourth));
    }
}
