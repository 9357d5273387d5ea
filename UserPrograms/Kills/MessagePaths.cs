namespace UserPrograms;

/// <summary>Paths of messages: of three tasks, or four, one is a server and two are its clients.</summary>
internal static class MessagePaths
{
    /// <summary>Messages in registers, in memory and in whole pages, each with a reply like it.</summary>
    internal static void Send() => Talk(
        static () =>
        {
            while (true)
            {
                Party.Done(Call.Receive(Buffers.Long, out Message message));
                _ = Call.Reply(message.Sender, Buffers.Whole[..(int)message.Length]);
            }
        },
        static server => _ = Ask(server, 0) && Ask(server, 8) && Ask(server, 100) && Ask(server, 3 * Buffers.Page));

    /// <summary>The shortest way of all.</summary>
    internal static void Words() => Talk(
        static () =>
        {
            SenderId sender = SenderId.None;
            while (true)
            {
                Party.Done(Call.ReplyReceiveWords(ref sender));
            }
        },
        static server =>
        {
            for (int i = 0; i < 3 && Party.DoneOrGone(Call.SendWords(server)); i++)
            {
            }
        });

    /// <summary>Handles there and back, kept and moved.</summary>
    internal static void Handles() => Talk(
        static () =>
        {
            SenderId sender = SenderId.None;
            HandleGifts gifts = HandleGifts.None;
            while (true)
            {
                CallError error = Call.ReplyReceive(sender, Buffers.Short, gifts, Buffers.Short, out Message message);
                Party.Done(error);
                sender = message.Sender;
                gifts = HandleGifts.Move(message.Handles[0]);
            }
        },
        static server =>
        {
            HandleGifts gifts = HandleGifts.Copy(server);
            for (int i = 0; i < 3; i++)
            {
                CallError error = Call.Send(server, Buffers.Short, gifts, Buffers.Short, out Message message);
                if (!Party.DoneOrGone(error) || message.Handles[0].IsNone)
                {
                    return;
                }

                gifts = HandleGifts.Move(message.Handles[0]);
            }
        });

    /// <summary>
    /// A server that owes two replies at a time, the first one or the second one first. Should a client be killed, the
    /// first task ends the server for whom the other one waits.
    /// </summary>
    internal static void Reply()
    {
        Handle server = Party.Start(ReplyToTwo);
        for (int i = 0; i < 2; i++)
        {
            _ = Party.Start(() => _ = Ask(server, 100) && Ask(server, 100));
        }

        _ = Party.AwaitAny();
        _ = Party.DoneOrGone(Call.Kill(server));
        _ = Party.AwaitAny();
        _ = Party.AwaitAny();
    }

    /// <summary>Replies and the next message in one trap, from registers, from memory and of whole pages.</summary>
    internal static void ReplyReceive() => Talk(
        static () =>
        {
            SenderId sender = SenderId.None;
            ReadOnlySpan<byte> reply = default;
            while (true)
            {
                CallError error = Call.ReplyReceive(sender, reply, HandleGifts.None, Buffers.Long, out Message message);
                Party.Done(error);
                sender = message.Sender;
                reply = Buffers.Whole[..(int)message.Length];
            }
        },
        static server => _ = Ask(server, 8) && Ask(server, 100) && Ask(server, 3 * Buffers.Page));

    private static void ReplyToTwo()
    {
        bool isFirstFirst = false;
        while (true)
        {
            Party.Done(Call.Receive(Buffers.Short, out Message first));
            Party.Done(Call.Receive(Buffers.Short, out Message second));
            isFirstFirst = !isFirstFirst;
            _ = Call.Reply(isFirstFirst ? first.Sender : second.Sender, Buffers.Short);
            _ = Call.Reply(isFirstFirst ? second.Sender : first.Sender, Buffers.Short);
        }
    }

    private static void Talk(Action serve, Action<Handle> ask)
    {
        Handle server = Party.Start(serve);
        Handle client = Party.Start(() => ask(server));
        ask(server);
        _ = Party.Await(client);
        Party.End(server);
    }

    private static bool Ask(Handle server, int length)
    {
        ReadOnlySpan<byte> message = Buffers.Whole[..length];
        return Party.DoneOrGone(Call.Send(server, message, Buffers.Long, out _));
    }
}
