using Kernel.Metal;

namespace Kernel.Bench;

/// <summary>Shows that the meter can be trusted, or panics.</summary>
internal static unsafe class SelfCheck
{
    /// <summary>
    /// The counter counts instructions; nothing costs nothing; and an instruction that is counted costs what it costs
    /// without a counter.
    /// </summary>
    internal static void Run()
    {
        if (!Clocks.CountsInstructions)
        {
            Panic.Stop("the time-stamp counter does not count instructions: QEMU wants -icount shift=0,sleep=off"u8);
        }

        Measured plainWrite = Meter.Measure(&WriteRootUncounted);
        Measured plainInvalidation = Meter.Measure(&InvalidateUncounted);
        bool isSound = Meter.Measure(&Meter.Nothing) == default
            && plainWrite.Instructions != 0
            && Meter.Measure(&WriteRoot) == plainWrite with { RootWrites = 1 }
            && plainInvalidation.Instructions != 0
            && Meter.Measure(&Invalidate) == plainInvalidation with { Invalidations = 1 };
        if (!isSound)
        {
            Panic.Stop("the meter adds something of its own to what it measures"u8);
        }
    }

    private static void WriteRoot() => Cpu.WriteCr3(Cpu.ReadCr3());

    private static void WriteRootUncounted() => FlushCounts.WriteRootUncounted(Cpu.ReadCr3());

    private static void Invalidate() => Cpu.InvalidatePage(0);

    private static void InvalidateUncounted() => FlushCounts.InvalidateUncounted(0);
}
