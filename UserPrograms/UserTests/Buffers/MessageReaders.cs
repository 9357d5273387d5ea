namespace UserPrograms;

/// <summary>Messages and replies whose bytes the kernel has to read.</summary>
internal static class MessageReaders
{
    private const ulong LongestReply = 4096;

    /// <summary>Tries a range as the bytes of one.</summary>
    internal static void Do(string what, BufferRange range)
    {
        CallError expected = range.IsReadable ? CallError.None : CallError.BadBuffer;
        int handles = what is "send with a handle" or "reply with a handle" ? 1 : 0;
        switch (what)
        {
            case "send" or "send with a handle":
                Send(range, handles, expected);
                break;
            case "reply" or "reply with a handle":
                Reply(range, handles, expected);
                break;
            default:
                ReplyAndReceive(range, expected);
                break;
        }
    }

    private static void Send(BufferRange range, int handles, CallError expected)
    {
        Handle echo = Peer.StartEcho();
        ulong info = new MessageInfo(range.Length, handles).Bits;
        CallError error = Raw.Do(
            SystemCall.Send, echo.Value, info, Scratch.Writable, range.Address, LongestReply, echo.Value);
        Check.Gives(expected, error, "send");
        Peer.End(echo);
    }

    private static void Reply(BufferRange range, int handles, CallError expected)
    {
        Handle client = Peer.Start(SendTwice);
        SenderId sender = ReceiveEmpty();
        ulong info = new MessageInfo(range.Length, handles).Bits;
        CallError error = Raw.Do(
            SystemCall.Reply, sender.Value, info, r10: range.Address, r9: client.Value);
        Check.Gives(expected, error, "reply");
        CallError again = error == CallError.None ? CallError.BadSender : CallError.None;
        Check.Gives(again, Call.Reply(sender, default), "reply again");
        Check.Done(Call.Reply(ReceiveEmpty(), default), "reply to the second");
        Check.EndsWell(client, "the client");
    }

    private static void ReplyAndReceive(BufferRange range, CallError expected)
    {
        Handle client = Peer.Start(SendTwice);
        SenderId sender = ReceiveEmpty();
        RegisterFile registers = default;
        registers[Register.Rax] = (ulong)SystemCall.ReplyReceive;
        registers[Register.Rdi] = sender.Value;
        registers[Register.Rsi] = range.Length;
        registers[Register.R10] = range.Address;
        Check.Gives(expected, Raw.Do(ref registers), "reply and receive");
        var next = new SenderId(registers[Register.Rdx]);
        if (expected != CallError.None)
        {
            Check.Equal(0, next.Value, "the sender after an error");
            Check.Done(Call.Reply(sender, default), "reply after the error");
            next = ReceiveEmpty();
        }

        Check.Done(Call.Reply(next, default), "reply to the second");
        Check.EndsWell(client, "the client");
    }

    private static SenderId ReceiveEmpty()
    {
        Check.Done(Call.Receive(default, out Message message), "receive");
        return message.Sender;
    }

    private static void SendTwice()
    {
        Span<byte> reply = new byte[Scratch.MostEchoed];
        for (int i = 0; i < 2; i++)
        {
            CallError error = Call.Send(Peer.Parent, default, HandleGifts.None, reply, out Message message);
            Check.Done(error, "send");
        }
    }
}
