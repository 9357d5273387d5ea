namespace UserPrograms;

/// <summary>Sleep ends, and never too early; or never, and then a kill ends it.</summary>
internal static class SleepCases
{
    private const ulong Tick = 10_000_000;

    private static ulong Now => Call.Count(Counter.Nanoseconds);

    /// <summary>Runs one.</summary>
    internal static void Do(string how)
    {
        switch (how)
        {
            case "no time":
                Check.Done(Call.Sleep(0), how);
                break;
            case "a nanosecond":
                Sleep(1);
                break;
            case "three ticks":
                Sleep(3 * Tick);
                Sleep((3 * Tick) + 1);
                break;
            case "the highest number":
                SleepForEver(ulong.MaxValue);
                break;
            case "the highest bit":
                SleepForEver(1UL << 63);
                break;
            case "high bits":
                SleepForEver(0xFFFF_FFFF_0000_0001);
                break;
            case "beside one that spins":
                Handle spinning = Peer.Start(Spin);
                Sleep(3 * Tick);
                Peer.End(spinning);
                break;
            case "while a message waits":
                LetAMessageWait();
                break;
            case "many in order":
                ManySleepers.WakeInOrder();
                break;
            case "many at once":
                ManySleepers.WakeAtOnce();
                break;
            default:
                KillInMidst();
                break;
        }
    }

    /// <summary>Sleeps, and looks at the clock.</summary>
    internal static void Sleep(ulong time)
    {
        ulong start = Now;
        Check.Done(Call.Sleep(time), "sleep");
        Check.That(Now - start >= time, "the time is over");
    }

    private static void SleepForEver(ulong time)
    {
        Handle sleeper = Peer.StartWaiting(() => _ = Call.Sleep(time));
        Sleep(3 * Tick);
        Peer.End(sleeper);
    }

    private static void Spin()
    {
        while (true)
        {
        }
    }

    private static void LetAMessageWait()
    {
        Handle server = Peer.StartWaiting(static () =>
        {
            Sleep(3 * Tick);
            Check.Done(Call.Receive(default, out Message message), "receive");
            Check.Done(Call.Reply(message.Sender, default), "reply");
        });
        Check.Done(Call.Send(server, default, default, out _), "send");
        Check.EndsWell(server, "who slept");
    }

    // The first, the last, and one between them; the others go on in time.
    private static void KillInMidst()
    {
        Handle first = Peer.StartWaiting(static () => Sleep(2 * Tick));
        Handle second = Peer.StartWaiting(static () => Sleep(1000 * Tick));
        Handle third = Peer.StartWaiting(static () => Sleep(4 * Tick));
        Handle fourth = Peer.StartWaiting(static () => Sleep(500 * Tick));
        Handle fifth = Peer.StartWaiting(static () => Sleep(300 * Tick));
        Peer.End(fourth);
        Check.EndsWell(first, "the first");
        Peer.End(fifth);
        Check.EndsWell(third, "the third");
        Peer.End(second);
    }
}
