using System;
using Kernel.Ring3;
using Kernel.Text;
using Kernel.Units;

namespace Kernel.Bench;

/// <summary>
/// Measures page faults where programs have them: in ring 3, from the instruction before the faulting one to the one
/// behind it.
/// </summary>
internal static class FaultMeter
{
    private const int Repetitions = 4;
    private const int LongestLine = 128;

    /// <summary>Panics where a write that does not fault costs anything.</summary>
    internal static void Check()
    {
        Workspace.Fill(ByteCount.FromKiB(4));
        Spaces.Demand(Write(Workspace.Page(0)) == default);
        Workspace.Clear();
    }

    /// <summary>Writes a fault's figure: the worst of a few.</summary>
    internal static void Report<TFault>()
        where TFault : struct, IFault
    {
        Measured worst = default;
        for (int i = 0; i < Repetitions; i++)
        {
            TFault.Prepare();
            Measured measured = Write(TFault.Address);
            Spaces.Demand(Write(TFault.Address) == default);
            Workspace.Clear();
            worst = measured.Instructions > worst.Instructions ? measured : worst;
        }

        Span<byte> space = stackalloc byte[LongestLine];
        TextBuffer line = Bench.Report.Begin(space, TFault.Name);
        Bench.Report.AppendCounts(ref line, worst);
        Bench.Report.End(in line);
    }

    private static Measured Write(VirtAddr address)
    {
        ulong rootWrites = FlushCounts.RootWrites();
        ulong invalidations = FlushCounts.Invalidations();
        RingThreeState end = RingThree.Run(
            ref Workspace.Running, RingThreeProgram.TimedWrite, address, value: 1);
        rootWrites = FlushCounts.RootWrites() - rootWrites;
        invalidations = FlushCounts.Invalidations() - invalidations;
        ulong counting = (rootWrites + invalidations) * Meter.InstructionsOfACount;
        return new Measured((uint)end.Registers.Rax - counting, rootWrites, invalidations);
    }
}
