namespace UserPrograms;

/// <summary>Several sleepers; how many there can be is a matter of quotas, which each fork halves.</summary>
internal static class ManySleepers
{
    private const int Count = 5;
    private const int Generations = 3;
    private const ulong Millisecond = 1_000_000;

    /// <summary>
    /// Sleepers of many times tell when they wake. When exactly each began to sleep only the kernel knows: so nobody may
    /// come who is due later, at the earliest, than who comes next, at the latest.
    /// </summary>
    internal static void WakeInOrder()
    {
        ulong[] earliest = new ulong[Count];
        ulong[] latest = new ulong[Count];
        var sleepers = new Handle[Count];
        for (int i = 0; i < Count; i++)
        {
            ulong time = (200 + (ulong)(i * 3 % Count * 40)) * Millisecond;
            byte number = (byte)i;
            earliest[i] = Call.Count(Counter.Nanoseconds) + time;
            sleepers[i] = Peer.StartWaiting(() => Tell(number, time));
            latest[i] = Call.Count(Counter.Nanoseconds) + time;
        }

        byte[] buffer = new byte[1];
        int last = -1;
        for (int i = 0; i < Count; i++)
        {
            Check.Done(Call.Receive(buffer, out Message message), "receive");
            Check.Done(Call.Reply(message.Sender, default), "reply");
            int next = buffer[0];
            Check.That(last < 0 || earliest[last] <= latest[next], "who comes is not due after the next");
            last = next;
        }

        foreach (Handle sleeper in sleepers)
        {
            Check.EndsWell(sleeper, "a sleeper");
        }
    }

    /// <summary>A family of 8 sleeps until the same tick, or the next.</summary>
    internal static void WakeAtOnce() => Grow(Generations, Call.Count(Counter.Nanoseconds) + (300 * Millisecond));

    private static void Grow(int generations, ulong due)
    {
        var children = new Handle[generations];
        for (int i = 0; i < generations; i++)
        {
            int below = i;
            children[i] = Peer.Start(() => Grow(below, due));
        }

        ulong now = Call.Count(Counter.Nanoseconds);
        SleepCases.Sleep(now < due ? due - now : 0);
        foreach (Handle child in children)
        {
            Check.EndsWell(child, "a sleeper");
        }
    }

    private static void Tell(byte number, ulong time)
    {
        SleepCases.Sleep(time);
        byte[] bytes = [number];
        Check.Done(Call.Send(Peer.Parent, bytes, default, out _), "tell");
    }
}
