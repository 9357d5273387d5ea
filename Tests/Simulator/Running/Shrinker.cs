using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace Simulator;

/// <summary>
/// Makes a script that fails shorter: takes away runs of steps, long ones first, as long as what is left fails (delta
/// debugging; Zeller and Hildebrandt 2002).
/// </summary>
internal static class Shrinker
{
    /// <summary>A script that fails, no longer than this one, found in about this time at most.</summary>
    public static Script Shrink(Script script, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        Script best = Cut(script, script.Run());
        for (int length = best.Steps.Count / 2; length > 0; length = int.Min(length / 2, best.Steps.Count))
        {
            for (int at = best.Steps.Count - length; at > -length && watch.Elapsed < time; at -= length)
            {
                int first = int.Max(at, 0);
                List<Step> left = [.. best.Steps.Take(first), .. best.Steps.Skip(first + length)];
                var shorter = best with { Steps = left };
                if (shorter.Run() is { } failure)
                {
                    best = Cut(shorter, failure);
                    at = int.Min(at, best.Steps.Count);
                }
            }
        }

        return best;
    }

    // What comes after the failure has no part in it.
    private static Script Cut(Script script, Failure? failure) =>
        failure is null ? script : script with { Steps = [.. script.Steps.Take(failure.Step + 1)] };
}
