using System;
using System.Collections.Generic;

namespace Simulator;

/// <summary>Steps by lot; the same seed gives the same ones.</summary>
/// <param name="seed">The seed.</param>
internal sealed class Generator(ulong seed)
{
    // How often each action comes.
    private static readonly StepAction[] s_lots = Lots(
        (StepAction.Send, 16), (StepAction.SendShort, 10), (StepAction.Receive, 12), (StepAction.Reply, 8),
        (StepAction.ReplyReceive, 14), (StepAction.ReplyReceiveShort, 8), (StepAction.Yield, 2), (StepAction.Exit, 3),
        (StepAction.Fork, 4), (StepAction.Spawn, 3), (StepAction.Execute, 1), (StepAction.Kill, 3),
        (StepAction.Wait, 3), (StepAction.Duplicate, 2), (StepAction.Close, 1), (StepAction.Map, 6),
        (StepAction.Unmap, 3), (StepAction.Protect, 3), (StepAction.Load, 8), (StepAction.Store, 14),
        (StepAction.Fetch, 2), (StepAction.Tick, 5), (StepAction.Trap, 1), (StepAction.Starve, 1),
        (StepAction.Feed, 6), (StepAction.Hostile, 3), (StepAction.Sleep, 3), (StepAction.Hoard, 1));

    private ulong _state = seed;

    /// <summary>The next step.</summary>
    public Step Next()
    {
        ulong lot = Draw();
        ulong first = Draw();
        ulong second = Draw();
        StepAction action = s_lots[(uint)lot % (uint)s_lots.Length];
        return new Step(action, (uint)first, (uint)(first >> 32), (uint)second, (uint)(second >> 32));
    }

    // SplitMix64 (Steele, Lea and Flood 2014).
    private ulong Draw()
    {
        _state += 0x9E37_79B9_7F4A_7C15;
        ulong mixed = (_state ^ (_state >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return mixed ^ (mixed >> 31);
    }

    private static StepAction[] Lots(params ReadOnlySpan<(StepAction Action, int Count)> weights)
    {
        var lots = new List<StepAction>();
        foreach ((StepAction action, int count) in weights)
        {
            for (int i = 0; i < count; i++)
            {
                lots.Add(action);
            }
        }

        return [.. lots];
    }
}
