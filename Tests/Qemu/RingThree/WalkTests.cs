using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Kernel.Ring3;
using Machines;
using QemuTests.Support;
using Xunit;
using Xunit.Abstractions;

namespace QemuTests.RingThree;

/// <summary>
/// QEMU's processor and the simulated machine, which share no line, walk the same random tables: they have to allow and
/// refuse the same accesses, with the same error codes.
/// </summary>
public sealed partial class WalkTests(ITestOutputHelper output)
{
    private const int FewestBatches = 250;

    [Fact]
    public void TheEmulatedProcessorAndTheSimulatedOneAgree()
    {
        ulong[] sums = Tell("test=walks", Sums());
        Assert.True(sums.Length >= FewestBatches, $"only {sums.Length} batches");
        output.WriteLine($"{sums.Length * WalkedAccess.PathsInBatch} paths, {WalkedAccess.Count} accesses each");
        for (int batch = 0; batch < sums.Length; batch++)
        {
            if (new SimulatedWalk((ulong)batch).Sum() != sums[batch])
            {
                Assert.Fail(FindDifference(batch));
            }
        }
    }

    [Fact]
    public void EveryAnswerComes()
    {
        var walk = new SimulatedWalk(0);
        ulong[] answers = [.. Enumerable.Range(0, 20 * WalkedAccess.PathsInBatch).Select(_ => walk.Next())];
        for (int access = 0; access < WalkedAccess.Count; access++)
        {
            int shift = 8 * access;
            // Allowed, absent, reserved and forbidden; the kernel's reads that it means are never forbidden.
            Assert.True(
                answers.Select(each => each >> shift & 0xFF).Distinct().Count() >= (access == 6 ? 3 : 4),
                $"access {access}");
        }
    }

    private static string FindDifference(int batch)
    {
        ulong[] answers = Tell($"test=walks batch={batch}", Answers());
        var walk = new SimulatedWalk((ulong)batch);
        for (int path = 0; path < answers.Length; path++)
        {
            ulong expected = walk.Next();
            if (answers[path] != expected)
            {
                return $"batch {batch}, path {path}: QEMU {answers[path]:x16}, simulated {expected:x16}";
            }
        }

        return $"batch {batch}: another sum, but the same {answers.Length} answers";
    }

    private static ulong[] Tell(string arguments, Regex line)
    {
        MachineSpec spec = Machine.Direct.With(arguments) with { Image = Tree.RingThreeKernel };
        BootRun run = BootRun.Of(spec, Patience.Walks);
        run.ExpectPassed();
        IEnumerable<Match> matches = run.Lines.Select(each => line.Match(each)).Where(static match => match.Success);
        return [.. matches.Select(static (match, number) =>
        {
            Assert.Equal(number, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
            return Convert.ToUInt64(match.Groups[2].Value, 16);
        })];
    }

    [GeneratedRegex(@"\bwalks (\d+) ([0-9a-f]{16})$")]
    private static partial Regex Sums();

    [GeneratedRegex(@"\bwalk (\d+) ([0-9a-f]{16})$")]
    private static partial Regex Answers();
}
