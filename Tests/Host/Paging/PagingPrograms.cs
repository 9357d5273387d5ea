using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Kernel.Tests.Host.Text;
using Microsoft.FSharp.Core;

namespace Kernel.Tests.Host.Paging;

/// <summary>Random programs: made from a seed, which is printed with the shortest program that fails.</summary>
internal static class PagingPrograms
{
    private const int Steps = 200;

    /// <summary>Runs so many programs, each on a machine of its own.</summary>
    public static void Hold(Func<PagingRig> machine, int programs, ulong seed)
    {
        Arbitrary<PagingStep[]> arbitrary = Arb.From(
            Gen.Choose(0, int.MaxValue).Select(Program), static steps => Programs.AreFew ? [] : Shorter(steps));
        var replay = new Replay(new Rnd(seed, seed | 1), FSharpOption<int>.None);
        Config config = Config.QuickThrowOnFailure
            .WithMaxTest(Programs.PartOf(programs))
            .WithReplay(FSharpOption<Replay>.Some(replay));
        Check.One(config, Prop.ForAll(arbitrary, steps => new PagingModel(machine()).Run(steps)));
    }

    private static PagingStep[] Program(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Steps).Select(_ => PagingStep.Random(random))];
    }

    // Without a half, a quarter, ... down to a single step, and no smaller piece than needed to come to an end soon.
    private static IEnumerable<PagingStep[]> Shorter(PagingStep[] steps)
    {
        for (int length = steps.Length / 2; length > 0; length /= 2)
        {
            for (int start = steps.Length - length; start >= 0; start -= length)
            {
                yield return [.. steps[..start], .. steps[(start + length)..]];
            }
        }
    }
}
