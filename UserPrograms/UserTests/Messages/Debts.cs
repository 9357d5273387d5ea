namespace UserPrograms;

/// <summary>Replies that are owed: whose they are to give.</summary>
internal static class Debts
{
    private const int Length = 100;

    /// <summary>Runs one.</summary>
    internal static void Do(string how)
    {
        switch (how)
        {
            case "fork while a reply is owed" or "the child of who owes replies":
                Fork(doesChildTry: how != "fork while a reply is owed");
                break;
            case "execute while a reply is owed":
                Execute();
                break;
            case "replies in another order":
                AnotherOrder();
                break;
            default:
                TooShort();
                break;
        }
    }

    // The child has the number, and owes nothing.
    private static void Fork(bool doesChildTry)
    {
        Handle client = Peer.Start(SendOnce);
        Check.Done(Call.Receive(new byte[Length], out Message message), "receive");
        Handle child = Peer.Start(() =>
        {
            if (doesChildTry)
            {
                Check.Gives(CallError.BadSender, Call.Reply(message.Sender, default), "reply by the child");
                Check.Gives(CallError.BadSender, Call.Reply(message.Sender, new byte[Length]), "reply at length");
            }
        });
        Check.EndsWell(child, "the child");
        Check.Done(Call.Reply(message.Sender, new byte[Length]), "reply");
        Check.Gives(CallError.BadSender, Call.Reply(message.Sender, default), "reply twice");
        Check.EndsWell(client, "the client");
    }

    // What the new program does not know to answer is answered by its end.
    private static void Execute()
    {
        Handle server = Peer.Start(static () =>
        {
            Check.Done(Call.Receive(default, out _), "receive");
            Check.Done(Call.Execute("usertests"u8, "end"u8), "execute");
        });
        Check.Gives(CallError.PeerGone, Call.Send(server, default, default, out _), "send");
        Check.EndsWell(server, "the server");
    }

    private static void AnotherOrder()
    {
        const int howMany = 6;
        var senders = new SenderId[howMany];
        for (int i = 0; i < howMany; i++)
        {
            Peer.Start(SendOnce);
            Check.Done(Call.Receive(new byte[Length], out Message message), "receive");
            senders[i] = message.Sender;
        }

        for (int i = 0; i < howMany; i++)
        {
            int next = i * 5 % howMany ^ 1;
            Check.Done(Call.Reply(senders[next], default), "reply");
            Check.Gives(CallError.BadSender, Call.Reply(senders[next], default), "reply twice");
        }

        for (int i = 0; i < howMany; i++)
        {
            Check.EndsWell(Handle.None, "a client");
        }
    }

    // As much comes as there is room for, and the true length is told; nothing is written behind.
    private static void TooShort()
    {
        Handle client = Peer.Start(SendOnce);
        Span<byte> buffer = new byte[Length];
        buffer[Length / 2] = byte.MaxValue;
        Check.Done(Call.Receive(buffer[..(Length / 2)], out Message message), "receive");
        Check.Equal(Length, message.Length, "the length");
        Scratch.Expect(buffer[..(Length / 2)], 0, "a byte");
        Check.Equal(byte.MaxValue, buffer[Length / 2], "the byte behind");
        Check.Done(Call.Reply(message.Sender, default), "reply");
        Check.EndsWell(client, "the client");
    }

    private static void SendOnce()
    {
        Span<byte> data = new byte[Length];
        for (int i = 0; i < data.Length; i++)
        {
            data[i] = Scratch.Byte(i);
        }

        Check.Done(Call.Send(Peer.Parent, data, data, out _), "send");
    }
}
