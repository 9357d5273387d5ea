namespace UserPrograms;

/// <summary>Replies to those who wait for none of the caller's.</summary>
internal static class SenderCases
{
    private const ulong OneFrame = 1UL << 32;

    /// <summary>Runs one. Somebody whose message has not been received waits meanwhile.</summary>
    internal static void Do(string what, string how)
    {
        Scratch.Make();
        if (how == "another's")
        {
            Anothers(what);
            return;
        }

        Handle waiting = Peer.StartWaiting(SendOnce);
        Check.Done(Call.Receive(default, out Message first), "receive");
        Handle next = Peer.StartWaiting(SendOnce);
        SenderId second = Try(what, Lie(how, first.Sender, waiting), next);
        Check.Done(Call.Reply(second, default), "reply to the second");
        Check.EndsWell(next, "the second client");
        if (how is not "answered" and not "of a dead task")
        {
            Check.Done(Call.Reply(first.Sender, default), "reply to the first");
            Check.EndsWell(waiting, "the first client");
        }
    }

    private static SenderId Try(string what, ulong lie, Handle gift)
    {
        ulong info = what == "reply 100 bytes" ? 100UL
            : what == "reply a handle" ? new MessageInfo(0, 1).Bits
            : 0;
        if (what != "reply and receive")
        {
            CallError error = Raw.Do(SystemCall.Reply, lie, info, r10: Scratch.Writable, r9: gift.Value);
            Check.Gives(CallError.BadSender, error, what);
        }

        var sender = new SenderId(what == "reply and receive" ? lie : 0);
        CallError received = Call.ReplyReceive(sender, default, HandleGifts.None, default, out Message message);
        Check.Done(received, "receive the second");
        return message.Sender;
    }

    private static ulong Lie(string how, SenderId sender, Handle client)
    {
        switch (how)
        {
            case "none":
                return 0;
            case "answered":
                Check.Done(Call.Reply(sender, default), "reply");
                Check.EndsWell(client, "the client");
                return sender.Value;
            case "of a dead task":
                Peer.End(client);
                return sender.Value;
            case "another number":
                return sender.Value + 1;
            case "another frame":
                return sender.Value - OneFrame;
            case "no frame":
                return sender.Value | ~(OneFrame - 1);
            default:
                return 0x0123_4567_89AB_CDEF;
        }
    }

    // What another task received, and has to answer itself.
    private static void Anothers(string what)
    {
        Handle server = Peer.StartWaiting(Serve);
        Handle client = Peer.StartWaiting(() =>
            Check.Done(Call.Send(server, default, default, out _), "send to another"));
        Handle next = Peer.StartWaiting(SendOnce);
        byte[] number = new byte[sizeof(ulong)];
        Check.Done(Call.Send(server, "tell"u8, number, out _), "ask for a number");
        ulong value = 0;
        for (int i = number.Length - 1; i >= 0; i--)
        {
            value = value << 8 | number[i];
        }

        Check.Done(Call.Reply(Try(what, value, next), default), "reply to the second");
        Check.EndsWell(next, "the second client");
        Check.Done(Call.Send(server, "end"u8, default, out _), "let it end");
        Check.EndsWell(server, "the other server");
        Check.EndsWell(client, "its client");
    }

    private static void Serve()
    {
        Check.Done(Call.Receive(default, out Message client), "receive");
        Check.Done(Call.Receive(default, out Message question), "receive a question");
        byte[] number = new byte[sizeof(ulong)];
        for (int i = 0; i < number.Length; i++)
        {
            number[i] = (byte)(client.Sender.Value >> (8 * i));
        }

        Check.Done(Call.Reply(question.Sender, number), "tell");
        Check.Done(Call.Receive(default, out Message end), "receive the end");
        Check.Done(Call.Reply(client.Sender, default), "reply to the client");
        Check.Done(Call.Reply(end.Sender, default), "reply to the end");
    }

    private static void SendOnce() => Check.Done(Call.Send(Peer.Parent, default, default, out _), "send");
}
