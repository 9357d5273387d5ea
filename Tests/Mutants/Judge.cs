using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Kernel.Units;

namespace Mutants;

/// <summary>Tries mutants, all of which are in the one assembly: a number says which of them is active.</summary>
internal sealed class Judge(List<TestRow> rows)
{
    /// <summary>No mutant is active.</summary>
    private const int None = -1;

    // The same tests mostly kill neighbours.
    private const int Remembered = 8;

    private readonly LinkedList<TestRow> _killers = [];

    private readonly FieldInfo _active = typeof(Frame).Assembly.GetTypes()
        .Single(static type => type.Name == "MutantControl").GetField("ActiveMutant")!;

    /// <summary>
    /// Runs the tests of which nothing is known without a mutant, which says what each takes; the first that fails, if
    /// any.
    /// </summary>
    public TestRow? FindBroken()
    {
        _active.SetValue(null, None);
        foreach (TestRow row in rows.Where(static row => row.Cost is null))
        {
            TimeSpan start = Environment.CpuUsage.TotalTime;
            if (row.Run() != Verdict.Passed)
            {
                return row;
            }

            row.Cost = Environment.CpuUsage.TotalTime - start;
        }

        return null;
    }

    /// <summary>
    /// Runs the tests with a mutant until one does not pass: those first that have just killed others, then those that
    /// kill much for what they take.
    /// </summary>
    /// <param name="mutant">Its number.</param>
    /// <param name="killer">The test that did not pass.</param>
    public Verdict Try(int mutant, out TestRow? killer)
    {
        killer = null;
        Verdict verdict = Verdict.Passed;
        _active.SetValue(null, mutant);
        foreach (TestRow row in _killers.Concat(rows.OrderBy(static row => row.Price)).Distinct())
        {
            verdict = row.Run();
            if (verdict != Verdict.Passed)
            {
                killer = row;
                break;
            }
        }

        Note(killer);
        _active.SetValue(null, None);
        return verdict;
    }

    private void Note(TestRow? killer)
    {
        if (killer is null)
        {
            return;
        }

        killer.Kills++;
        _killers.Remove(killer);
        _killers.AddFirst(killer);
        if (_killers.Count > Remembered)
        {
            _killers.RemoveLast();
        }
    }

    /// <summary>Whether a test ends and passes without a mutant, after one that it did not pass with.</summary>
    public static bool IsSound(TestRow row) => row.HasEnded() && row.Run() == Verdict.Passed;
}
