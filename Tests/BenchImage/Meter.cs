using System.Runtime.CompilerServices;
using Kernel.Metal;

namespace Kernel.Bench;

/// <summary>
/// Measures operations by the time-stamp counter, which counts instructions under QEMU's -icount. All go through the
/// same code by a pointer, so that what the measuring itself takes is the same for all, and is taken off.
/// </summary>
internal static unsafe class Meter
{
    /// <summary>The INC of Tests/BenchImage/counted.inc.</summary>
    internal const ulong InstructionsOfACount = 1;

    /// <summary>What one call of <paramref name="operation"/> costs, without the call itself and its return.</summary>
    internal static Measured Measure(delegate*<void> operation)
    {
        Measured whole = MeasureWithCall(operation);
        return whole with { Instructions = whole.Instructions - MeasureWithCall(&Nothing).Instructions };
    }

    /// <summary>An operation that does nothing.</summary>
    internal static void Nothing()
    {
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Measured MeasureWithCall(delegate*<void> operation)
    {
        ulong rootWrites = FlushCounts.RootWrites();
        ulong invalidations = FlushCounts.Invalidations();
        ulong start = Cpu.ReadTimeStamp();
        operation();
        ulong ticks = Cpu.ReadTimeStamp() - start;
        rootWrites = FlushCounts.RootWrites() - rootWrites;
        invalidations = FlushCounts.Invalidations() - invalidations;
        return new Measured(
            ticks - ((rootWrites + invalidations) * InstructionsOfACount), rootWrites, invalidations);
    }
}
