using System;
using System.IO;
using System.Linq;
using Machines;
using QemuTests.Support;
using Verbs.Covering;
using Xunit;
using Xunit.Abstractions;

namespace QemuTests.Fuzzing;

/// <summary>
/// The program <c>fuzz</c>: a million calls of all kinds, of seeds that are kept, or ten million with
/// <c>KERNEL_TESTS_LONG=1</c>; and those of one more seed by the environment, <c>FUZZ=SEED,CALLS</c>.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const string Variable = "FUZZ";
    private const string LongVariable = "KERNEL_TESTS_LONG";

    private static readonly ulong s_times = Environment.GetEnvironmentVariable(LongVariable) == "1" ? 10UL : 1;

    public static TheoryData<ulong, ulong> Seeds
    {
        get
        {
            var seeds = new TheoryData<ulong, ulong>();
            foreach (FuzzSeed seed in FuzzSeeds.Read(Path.Combine(Tree.Root, "Tests", "Qemu", "Fuzzing", "seeds.txt")))
            {
                seeds.Add(seed.Seed, seed.Calls * s_times);
            }

            if (Environment.GetEnvironmentVariable(Variable)?.Split(',') is [var more, var calls])
            {
                seeds.Add(ulong.Parse(more), ulong.Parse(calls));
            }

            return seeds;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void NoCallDoesWhatItMustNot(ulong seed, ulong calls)
    {
        BootRun run = Fuzz($"{seed},{calls}", calls);
        string result = Assert.Single(
            run.Lines, line => line.StartsWith($"fuzz: seed {seed}: ", StringComparison.Ordinal));
        output.WriteLine(result);
        Assert.DoesNotContain(run.Lines, static line => line.StartsWith("fuzz: failed", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Lines, static line => line.Contains("is ended: ", StringComparison.Ordinal));
        Assert.EndsWith(" 0 failed", result, StringComparison.Ordinal);
        run.ExpectPassed();
    }

    [Fact]
    public void ASeedGivesTheSameRunAgain()
    {
        string[] first = [.. Fuzz("3,200,0,tell", 200).Lines.Where(IsCall)];
        Assert.True(first.Length >= 200);
        Assert.Equal(first, Fuzz("3,200,0,tell", 200).Lines.Where(IsCall));
        Assert.NotEqual(first, Fuzz("8,200,0,tell", 200).Lines.Where(IsCall));
    }

    private static bool IsCall(string line) => line.StartsWith("fuzz: seed ", StringComparison.Ordinal)
        && line.Contains(" call ", StringComparison.Ordinal);

    private static BootRun Fuzz(string arguments, ulong calls) => BootRun.Of(
        Machine.Unseen.With($"init=fuzz,{arguments}") with
        {
            Archive = Tree.Programs,
            Clock = Clock.Instructions,
            Memory = MemorySize.FromMebibytes(256),
        },
        Patience.Fuzz(calls));
}
