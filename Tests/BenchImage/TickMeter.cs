using System;
using Kernel.Metal;
using Kernel.Ring3;
using Kernel.Text;
using Kernel.Units;

namespace Kernel.Bench;

/// <summary>Measures ticks where programs have them: in ring 3, by the instructions that a program sees too many.</summary>
internal static class TickMeter
{
    private const ulong InterruptsOn = 1 << 9;
    private const ulong FewestTicks = 2;
    private const int LongestLine = 128;

    // Three instructions each: six periods of the timer.
    private const ulong Counts = 20_000_000;

    /// <summary>
    /// Writes the figure <c>timer-tick</c>: a tick that changes nothing, from the instruction before to the one behind.
    /// Panics where ticks do not come, or do not cost the same each.
    /// </summary>
    internal static void Report()
    {
        Workspace.Fill(ByteCount.FromKiB(4));
        _ = Spin(1);
        ulong before = State.Core.Ticks;
        ulong instructions = Spin(Counts);
        ulong ticks = State.Core.Ticks - before;
        Workspace.Clear();

        Span<byte> space = stackalloc byte[LongestLine];
        TextBuffer line = Bench.Report.Begin(space, "timer-tick"u8);
        if (ticks < FewestTicks || instructions % ticks != 0)
        {
            line.Append("does not come, or not always at the same cost"u8);
            Panic.Stop(line.Text);
        }

        Bench.Report.AppendCounts(ref line, new Measured(instructions / ticks, RootWrites: 0, Invalidations: 0));
        Bench.Report.End(in line);
    }

    // What is pending comes before the program's first instruction, and is not seen.
    private static ulong Spin(ulong counts)
    {
        RingThreeState state = RingThreeState.Empty;
        state.Registers.Rcx = counts;
        state.Registers.Rflags |= InterruptsOn;
        RingThree.Run(ref Workspace.Running, RingThreeProgram.TimedSpin, ref state);
        Spaces.Demand(state.HasFinished);
        return state.Registers.Rax;
    }
}
