namespace UserPrograms;

/// <summary>Long messages and a short reply: pages that lie alike on both sides, and bytes that do not.</summary>
internal static class MessageFigures
{
    private const int Rounds = 20;
    private const int Repetitions = 5;
    private const int Room = 2 << 20;
    private const ulong There = 0x20_0000_0000;

    /// <summary>Measures them all.</summary>
    internal static void Measure()
    {
        Handle server = Helper.Start(Sink);
        Call.Map(There, Room, out Span<byte> data).OrFail("map");
        data.Fill(1);
        Measure("message-4KiB", server, data[..(4 << 10)]);
        Measure("message-64KiB", server, data[..(64 << 10)]);
        Measure("message-1MiB", server, data[..(1 << 20)]);
        Measure("message-4KiB-unaligned", server, data.Slice(1, 4 << 10));
        Measure("message-64KiB-unaligned", server, data.Slice(1, 64 << 10));
        Measure("message-1MiB-unaligned", server, data.Slice(1, 1 << 20));
        Helper.Stop(server);
    }

    private static void Measure(string name, Handle server, ReadOnlySpan<byte> data)
    {
        Send(server, data);
        Events before = Events.Now();
        Send(server, data);
        Events events = Events.Now().Since(before, Rounds);
        ulong least = ulong.MaxValue;
        for (int i = 0; i < Repetitions; i++)
        {
            ulong start = TimeStamp.Now;
            Send(server, data);
            ulong taken = TimeStamp.Now - start;
            least = taken < least ? taken : least;
        }

        Meter.Report(name, (least + Rounds - 1) / Rounds, events);
    }

    private static void Send(Handle server, ReadOnlySpan<byte> data)
    {
        for (int i = 0; i < Rounds; i++)
        {
            Call.Send(server, data, default, out _).OrFail("send");
        }
    }

    // The server has pages of its own at the same place.
    private static void Sink()
    {
        Call.Map(There, Room, out Span<byte> buffer).OrFail("map");
        SenderId client = SenderId.None;
        while (true)
        {
            Call.ReplyReceive(client, default, HandleGifts.None, buffer, out Message message).OrFail("receive");
            client = message.Sender;
        }
    }
}
