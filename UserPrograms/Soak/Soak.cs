namespace UserPrograms;

/// <summary>What is done so often; each says how much of it went wrong.</summary>
internal static class Soak
{
    private const ulong LongEvery = 64;
    private const int LongBytes = 10_000;

    // Made once: nothing is collected.
    private static readonly byte[] s_sent = new byte[LongBytes];
    private static readonly byte[] s_reply = new byte[LongBytes];
    private static ulong s_shared;

    /// <summary>
    /// Touches what is sent and received: a page that comes only with some message would look like a loss.
    /// </summary>
    internal static void Prepare()
    {
        for (int i = 0; i < LongBytes; i++)
        {
            s_sent[i] = (byte)i;
            s_reply[i] = 0;
        }
    }

    /// <summary>Round trips to a child that answers each number with its complement; one in 64 is long.</summary>
    internal static ulong Trips(ulong howMany)
    {
        Call.Fork(out Handle server, out bool isChild).OrFail("fork");
        if (isChild)
        {
            Serve();
        }

        ulong wrong = 0;
        for (ulong i = 0; i < howMany; i++)
        {
            wrong += i % LongEvery == 0 ? LongTrip(server, (byte)(i / LongEvery)) : ShortTrip(server, i);
        }

        Call.Kill(server).OrFail("kill");
        Call.Wait(server, out _, out _).OrFail("wait");
        return wrong;
    }

    /// <summary>
    /// Forks, one after the other: each child finds what its parent wrote last, writes itself, and ends.
    /// </summary>
    internal static ulong Forks(ulong howMany)
    {
        ulong wrong = 0;
        for (ulong i = 0; i < howMany; i++)
        {
            s_shared = i;
            Call.Fork(out Handle child, out bool isChild).OrFail("fork");
            if (isChild)
            {
                bool isRight = s_shared == i;
                s_shared = ~i;
                Environment.Exit(isRight ? (byte)i : -1);
            }

            Call.Wait(child, out _, out ExitStatus status).OrFail("wait");
            wrong += status == new ExitStatus(EndCause.Exited, (byte)i) && s_shared == i ? 0UL : 1;
        }

        return wrong;
    }

    private static ulong ShortTrip(Handle server, ulong number)
    {
        ref ShortMessage message = ref Call.Words;
        message = new ShortMessage { Word0 = number, Word3 = number << 32 };
        Call.SendWords(server).OrFail("send");
        return message.Word0 == ~number && message.Word3 == ~(number << 32) ? 0UL : 1;
    }

    private static ulong LongTrip(Handle server, byte value)
    {
        byte[] sent = s_sent;
        byte[] reply = s_reply;
        sent[0] = value;
        sent[^1] = (byte)~value;
        Call.Send(server, sent, reply, out ulong length).OrFail("send");
        ReadOnlySpan<byte> received = reply;
        return length == LongBytes && received.SequenceEqual(sent) ? 0UL : 1;
    }

    private static void Serve()
    {
        byte[] buffer = new byte[LongBytes];
        byte[] answer = new byte[MessageInfo.ShortBytes];
        Call.Receive(buffer, out Message message).OrFail("receive");
        while (true)
        {
            bool isLong = message.Length > MessageInfo.ShortBytes;
            for (int i = 0; i < answer.Length; i++)
            {
                answer[i] = (byte)~buffer[i];
            }

            ReadOnlySpan<byte> reply = isLong ? buffer : answer;
            Call.ReplyReceive(message.Sender, reply, HandleGifts.None, buffer, out message).OrFail("serve");
        }
    }
}
