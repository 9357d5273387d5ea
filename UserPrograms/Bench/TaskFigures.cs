namespace UserPrograms;

/// <summary>A round trip among few tasks and among many.</summary>
internal static class TaskFigures
{
    private const ulong Rounds = 1000;
    private static Handle s_server;

    /// <summary>Measures them all.</summary>
    internal static void Measure()
    {
        s_server = Helper.Start(CallFigures.EchoShort);
        Measure("round-trip-8-tasks", 3);
        Measure("round-trip-1000-tasks", 10);
        Measure("round-trip-100000-tasks", 17);
        Helper.Stop(s_server);
    }

    // Doublings leave 2^n tasks, of which all but this one wait for ever; they end with this one.
    private static void Measure(string name, ulong doublings)
    {
        if (Grove.Grow(doublings) == 0)
        {
            Console.WriteLine($"bench: {name} wants more memory");
            return;
        }

        Meter.Report(name, Meter.Least(Rounds, Send));
        Meter.Report($"{name}-alive", Call.Count(Counter.Tasks));
    }

    private static void Send()
    {
        Handle server = s_server;
        ShortMessage message = default;
        for (ulong i = 0; i < Rounds && Call.Send(server, ref message) == CallError.None; i++)
        {
        }
    }
}
