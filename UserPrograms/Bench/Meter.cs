namespace UserPrograms;

/// <summary>Measures and reports.</summary>
internal static class Meter
{
    private const int Repetitions = 5;

    /// <summary>
    /// Writes what one of <paramref name="count"/> pieces of work costs, rounded up, with its events; of several runs,
    /// after one for nothing, the least, because a timer may tick in one.
    /// </summary>
    internal static void Measure(string name, ulong count, Action work)
    {
        work();
        Events before = Events.Now();
        work();
        Events events = Events.Now().Since(before, count);
        ulong least = ulong.MaxValue;
        for (int i = 0; i < Repetitions; i++)
        {
            ulong start = TimeStamp.Now;
            work();
            ulong taken = TimeStamp.Now - start;
            least = taken < least ? taken : least;
        }

        Report(name, (least + count - 1) / count, events);
    }

    /// <summary>Writes a figure and its events.</summary>
    internal static void Report(string name, ulong value, Events events) => Console.WriteLine(
        $"figure {name} {value} cr3 {events.RootWrites} invlpg {events.Invalidations} copied {events.Copied}");

    /// <summary>Writes a figure that has no events.</summary>
    internal static void Report(string name, ulong value) => Console.WriteLine($"figure {name} {value}");
}
