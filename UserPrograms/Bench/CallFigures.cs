using System.Runtime.CompilerServices;

namespace UserPrograms;

/// <summary>Calls that take no memory.</summary>
internal static class CallFigures
{
    private const ulong Rounds = 1000;
    private static Handle s_server;

    /// <summary>Measures them all.</summary>
    internal static void Measure()
    {
        Meter.Measure("null-call", Rounds, Nothing);
        s_server = Helper.Start(EchoShort);
        Meter.Measure("round-trip", Rounds, static () => Send(s_server));
        Helper.Stop(s_server);
        s_server = Helper.Start(EchoHandle);
        Meter.Measure("round-trip-handles", Rounds, SendHandle);
        Helper.Stop(s_server);
        s_server = Helper.Start(YieldForEver);
        Meter.Measure("yield", 2 * Rounds, Yield);
        Helper.Stop(s_server);
    }

    /// <summary>Answers 32 bytes with the same, for ever.</summary>
    internal static void EchoShort()
    {
        SenderId client = SenderId.None;
        while (Call.ReplyReceiveWords(ref client) == CallError.None)
        {
        }
    }

    private static void Nothing()
    {
        for (ulong i = 0; i < Rounds; i++)
        {
            _ = Call.Nothing();
        }
    }

    /// <summary>Sends to a server, a thousand times.</summary>
    internal static void Send(Handle server)
    {
        for (ulong i = 0; i < Rounds && IsSentFiveTimes(server) && IsSentFiveTimes(server); i += 10)
        {
        }
    }

    // A loop around each would cost more than can be told from the call.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSentFiveTimes(Handle server) =>
        Call.SendWords(server) == CallError.None && Call.SendWords(server) == CallError.None
        && Call.SendWords(server) == CallError.None && Call.SendWords(server) == CallError.None
        && Call.SendWords(server) == CallError.None;

    // The handle goes there and comes back.
    private static void SendHandle()
    {
        Call.Duplicate(s_server, HandleRights.Send, out Handle gift).OrFail("duplicate");
        for (ulong i = 0; i < Rounds; i++)
        {
            Call.Send(s_server, default, HandleGifts.Move(gift), default, out Message reply).OrFail("send");
            gift = reply.Handles[0];
        }

        Call.Close(gift).OrFail("close");
    }

    private static void EchoHandle()
    {
        Call.Receive(default, out Message message).OrFail("receive");
        while (true)
        {
            Call.ReplyReceive(
                message.Sender, default, HandleGifts.Move(message.Handles[0]), default, out message).OrFail("receive");
        }
    }

    private static void Yield()
    {
        for (ulong i = 0; i < Rounds; i++)
        {
            _ = Call.Yield();
        }
    }

    private static void YieldForEver()
    {
        while (true)
        {
            _ = Call.Yield();
        }
    }
}
