namespace UserPrograms;

/// <summary>A round trip among few tasks and among many, in one machine.</summary>
internal static class TaskFigures
{
    private const ulong Rounds = 1000;
    private static Handle s_server;

    /// <summary>Measures among 2^3 other tasks, and 2^10 and 2^17 more.</summary>
    internal static void Measure()
    {
        Measure("round-trip-8-tasks", 3, "grove\03\0"u8);
        Measure("round-trip-1000-tasks", 10, "grove\010\0"u8);
        Measure("round-trip-100000-tasks", 17, "grove\017\0"u8);
    }

    // The tasks stay until this one ends.
    private static void Measure(string name, int doublings, ReadOnlySpan<byte> grove)
    {
        if (!Grove.TryStart(doublings, grove))
        {
            Console.WriteLine($"bench: {name}: the machine has too little memory");
            return;
        }

        s_server = Helper.Start(CallFigures.EchoShort);
        Meter.Measure(name, Rounds, static () => CallFigures.Send(s_server));
        Helper.Stop(s_server);
    }
}
