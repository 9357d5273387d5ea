namespace UserPrograms;

/// <summary>Calls of a task that has been charged all that it may: what was promised to it is there.</summary>
internal static class FullMemory
{
    private const int Length = 5 * (int)Scratch.Page;

    /// <summary>Calls that need more, and such that do not.</summary>
    internal static void Calls(Span<byte> memory)
    {
        Check.Gives(CallError.QuotaExceeded, Call.Fork(out _, out _), "fork");
        Check.Gives(CallError.QuotaExceeded, Call.Spawn("usertests"u8, "end"u8, out _), "spawn");
        LimitCases.Touch(memory);
        Check.Gives(CallError.QuotaExceeded, Call.Fork(out _, out _), "fork again");
        Check.Gives(CallError.QuotaExceeded, Call.Spawn("usertests"u8, "end"u8, out _), "spawn again");
        Check.Done(Call.Execute("usertests"u8, "end"u8), "execute");
    }

    /// <summary>Messages into pages to come, on both sides, where neither may have one page more.</summary>
    internal static void Messages()
    {
        Handle server = Peer.Start(Echo);
        Span<byte> memory = LimitCases.MapAll();
        for (int shift = 0; shift < 2; shift++)
        {
            Span<byte> data = memory.Slice(shift * 100, Length);
            data[^1] = (byte)(shift + 1);
            Span<byte> reply = memory.Slice((shift + 1) * 1_000_000, Length);
            Check.Done(Call.Send(server, data, reply, out ulong length), "send");
            Check.Equal(Length, length, "the reply's length");
            Check.Equal((ulong)shift + 1, reply[^1], "its last byte");
            Check.Equal(0, reply[0], "its first byte");
        }

        Check.EndsWell(server, "the server");
    }

    private static void Echo()
    {
        Span<byte> memory = LimitCases.MapAll();
        for (int i = 0; i < 2; i++)
        {
            Span<byte> buffer = memory.Slice((i + 1) * 1_000_000, Length);
            Check.Done(Call.Receive(buffer, out Message message), "receive");
            Check.Done(Call.Reply(message.Sender, buffer), "reply");
        }
    }
}
