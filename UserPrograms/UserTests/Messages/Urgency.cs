namespace UserPrograms;

/// <summary>Whoever replies to a more urgent task goes on only when that waits again.</summary>
internal static class Urgency
{
    /// <summary>The argument of a program that answers one message with its own bytes, and ends.</summary>
    internal const string Argument = "answer";

    private const int Most = 8192;

    /// <summary>Has messages answered, short ones and long ones, by a program less urgent than this one.</summary>
    internal static void Do()
    {
        Span<byte> buffer = new byte[Most];
        foreach (int length in (ReadOnlySpan<int>)[0, 100, Most])
        {
            var options = new SpawnOptions { PriorityPlusOne = 1 };
            Check.Done(Call.Spawn("usertests"u8, "answer"u8, in options, out Handle server), "spawn");
            Check.Done(Call.Send(server, buffer[..length], buffer, out ulong reply), "send");
            Check.Equal((ulong)length, reply, "the reply's length");

            // Where it had gone on, it would have ended by itself.
            Peer.End(server);
        }
    }

    /// <summary>Answers one message.</summary>
    internal static void Answer()
    {
        Span<byte> buffer = new byte[Most];
        Check.Done(Call.Receive(buffer, out Message message), "receive");
        Check.Done(Call.Reply(message.Sender, buffer[..(int)message.Length]), "reply");
    }
}
