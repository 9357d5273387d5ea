namespace UserPrograms;

/// <summary>Messages and replies that the kernel has to write into the caller's memory.</summary>
internal static class MessageWriters
{
    private const int Length = (int)BufferCases.LongLength;

    /// <summary>Tries a range as the place for one.</summary>
    internal static void Do(string what, BufferRange range)
    {
        CallError expected = range.IsWritable ? CallError.None : CallError.BadBuffer;
        switch (what)
        {
            case "receive a message that waits":
                Take(Peer.StartWaiting(Send), SystemCall.Receive, SenderId.None, range, expected);
                break;
            case "receive a message to come":
                Take(Peer.Start(Send), SystemCall.Receive, SenderId.None, range, expected);
                break;
            case "reply and receive into":
                Handle client = Peer.Start(SendShortAndLong);
                Check.Done(Call.Receive(default, out Message first), "receive the short one");
                Take(client, SystemCall.ReplyReceive, first.Sender, range, expected);
                break;
            default:
                SendForReply(range, expected);
                break;
        }
    }

    // A refused message stays where it is, whole, and nobody has noticed.
    private static void Take(Handle client, SystemCall call, SenderId answered, BufferRange range, CallError expected)
    {
        RegisterFile registers = default;
        registers[Register.Rax] = (ulong)call;
        registers[Register.Rdi] = answered.Value;
        registers[Register.Rdx] = range.Address;
        registers[Register.R8] = range.Length;
        Check.Gives(expected, Raw.Do(ref registers), "receive");
        var sender = new SenderId(registers[Register.Rdx]);
        if (expected != CallError.None)
        {
            Span<byte> buffer = new byte[Length];
            Check.Done(Call.Receive(buffer, out Message message), "receive after the error");
            Scratch.Expect(buffer, 0, "a byte of the message");
            sender = message.Sender;
        }

        Check.Done(Call.Reply(sender, default), "reply");
        Check.EndsWell(client, "the client");
    }

    // The server has nothing to do with its client's buffer.
    private static void SendForReply(BufferRange range, CallError expected)
    {
        Handle echo = Peer.StartEcho();
        ulong info = new MessageInfo((ulong)Length, 0).Bits;
        for (int i = 0; i < 2; i++)
        {
            CallError error = Raw.Do(
                SystemCall.Send, echo.Value, info, range.Address, Scratch.Writable, range.Length);
            Check.Gives(expected, error, "send");
        }

        Peer.End(echo);
    }

    private static void Send()
    {
        Span<byte> data = new byte[Length];
        for (int i = 0; i < data.Length; i++)
        {
            data[i] = Scratch.Byte(i);
        }

        Check.Done(Call.Send(Peer.Parent, data, default, out _), "send");
    }

    private static void SendShortAndLong()
    {
        Check.Done(Call.Send(Peer.Parent, "short"u8, default, out _), "send the short one");
        Send();
    }
}
