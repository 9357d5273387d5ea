namespace UserPrograms;

/// <summary>Measures and reports.</summary>
internal static class Meter
{
    private const int Repetitions = 5;

    /// <summary>
    /// What one of <paramref name="count"/> pieces of work costs, rounded up; of several runs the least, because a
    /// timer may tick in one.
    /// </summary>
    internal static ulong Least(ulong count, Action work)
    {
        work();
        ulong least = ulong.MaxValue;
        for (int i = 0; i < Repetitions; i++)
        {
            ulong before = TimeStamp.Now;
            work();
            ulong taken = TimeStamp.Now - before;
            least = taken < least ? taken : least;
        }

        return (least + count - 1) / count;
    }

    /// <summary>Writes a figure.</summary>
    internal static void Report(string name, ulong value) => Console.WriteLine($"figure {name} {value}");
}
