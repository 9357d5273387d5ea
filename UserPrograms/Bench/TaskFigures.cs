namespace UserPrograms;

/// <summary>A round trip among few tasks and among many.</summary>
internal static class TaskFigures
{
    private const ulong Rounds = 1000;
    private static Handle s_server;

    /// <summary>Measures among 2^3 other tasks, or 2^10.</summary>
    internal static void Measure(string doublings)
    {
        s_server = Helper.Start(CallFigures.EchoShort);
        if (doublings == "3")
        {
            Measure("round-trip-8-tasks", 3);
        }
        else
        {
            Measure("round-trip-1000-tasks", 10);
        }

        Helper.Stop(s_server);
    }

    // Doublings leave 2^n tasks, of which all but this one wait for ever; they end with this one.
    private static void Measure(string name, ulong doublings)
    {
        ulong alive = Call.Count(Counter.Tasks) + (1UL << (int)doublings) - 1;
        ulong refused = Grove.Grow(doublings);
        for (ulong turn = 0; refused == 0 && Call.Count(Counter.Tasks) < alive; turn++)
        {
            Call.Yield().OrFail("yield");
        }

        if (refused != 0)
        {
            Console.WriteLine($"bench: {name}: the machine has too little memory: error {refused}");
            return;
        }

        Meter.Report(name, Meter.Least(Rounds, static () => CallFigures.Send(s_server)));
    }
}
