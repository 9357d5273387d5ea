using System;
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
        Registers registers = Outgoing(to.Value, data, gifts, reply);
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
        Registers registers = Outgoing(to.Value, data, gifts, default);
        return Do(SystemCall.Reply, ref registers);
    }

    /// <summary>Answers a sender, none where it is none, and waits for the next message.</summary>
    public static CallError ReplyReceive(
        SenderId to, ReadOnlySpan<byte> data, HandleGifts gifts, Span<byte> buffer, out Message message)
    {
        Registers registers = Outgoing(to.Value, data, gifts, buffer);
        CallError error = Do(SystemCall.ReplyReceive, ref registers);
        message = Incoming(ref registers, error, new SenderId(registers.Second), buffer);
        return error;
    }

    private static Registers Outgoing(ulong to, ReadOnlySpan<byte> data, HandleGifts gifts, Span<byte> buffer)
    {
        var registers = new Registers
        {
            First = to,
            Second = new MessageInfo((ulong)data.Length, gifts.Count).Bits,
            Third = AddressOf(buffer),
            Fourth = AddressOf(data),
            Fifth = (ulong)buffer.Length,
            Sixth = gifts.Lower,
            Seventh = gifts.Upper,
        };
        if (data.Length <= MessageInfo.ShortBytes)
        {
            data.CopyTo(ShortMessage.Bytes(ref registers.Message));
        }

        return registers;
    }

    // Short messages come in registers, and leave the buffer as it is.
    private static Message Incoming(ref Registers registers, CallError error, SenderId sender, Span<byte> buffer)
    {
        if (error != CallError.None)
        {
            return default;
        }

        var info = new MessageInfo(registers.First);
        if (info.Length <= MessageInfo.ShortBytes)
        {
            int length = (int)info.Length < buffer.Length ? (int)info.Length : buffer.Length;
            ShortMessage.Bytes(ref registers.Message)[..length].CopyTo(buffer);
        }

        return new Message(info, sender, new ReceivedHandles(registers.Third, registers.Fourth));
    }
}
