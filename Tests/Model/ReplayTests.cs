using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Tests.Model.Traces;
using Xunit;

namespace Kernel.Tests.Model;

/// <summary>Random runs of the model are done again by the kernel; a seed that fails is in the test's name.</summary>
public sealed class ReplayTests
{
    private const int RunsPerSeed = 260;
    private const int Steps = 60;
    private const int LongSteps = 30;
    private const int LongRuns = 100;

    private static readonly Bounds s_bounds =
        new(Tasks: 5, Entries: 5, Forks: 60, Gifts: 60, Edits: 12, HasTurns: true);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TheKernelDoesWhatTheModelDoes(int seed)
    {
        List<List<TraceLine>> runs = RunsOf(seed);
        int quick = 0;
        for (int run = 0; run < runs.Count; run++)
        {
            quick += QuickCountOf(runs[run], run);
        }

        Assert.True(quick > 0, "no call went the quick way");
        Assert.InRange(runs.Count(static run => run.Count >= LongSteps), LongRuns, RunsPerSeed);
    }

    [Theory]
    [InlineData("MUTANT_PARENT_NOT_WOKEN")]
    [InlineData("MUTANT_CHILDREN_INHERITED")]
    [InlineData("MUTANT_WAIT_FOR_ANY_NOT_FOLLOWED")]
    public void AModelThatDoesOtherwiseIsNoticed(string mutant)
    {
        List<List<TraceLine>> runs = RunsOf(seed: 1, $"-D{mutant}");
        Assert.Throws<InvalidOperationException>(() => Enumerable.Range(0, runs.Count)
            .Sum(run => QuickCountOf(runs[run], run)));
    }

    // Every other run has only general ways.
    private static int QuickCountOf(List<TraceLine> lines, int run)
    {
        var replay = new Replay(s_bounds.Tasks, s_bounds.Entries, isQuick: run % 2 == 0);
        for (int step = 0; step < lines.Count; step++)
        {
            try
            {
                replay.Do(lines[step]);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"run {run}, step {step}: {lines[step].Call}", exception);
            }
        }

        replay.End();
        return replay.QuickCount;
    }

    private static List<List<TraceLine>> RunsOf(int seed, params string[] definitions)
    {
        var runs = new List<List<TraceLine>>();
        var run = new List<TraceLine>();
        foreach (string line in Spin.Simulate(s_bounds, seed, Steps, RunsPerSeed, definitions))
        {
            if (line == "begin")
            {
                runs.Add(run);
                run = [];
            }
            else
            {
                run.Add(TraceLine.Parse(line));
            }
        }

        return runs;
    }
}
