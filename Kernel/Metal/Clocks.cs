namespace Kernel.Metal;

/// <summary>How fast the time-stamp counter runs.</summary>
internal static class Clocks
{
    // What Boot/cpu.asm executes from one RDTSC to the next, the second included.
    private const ulong ProbeInstructions = 68;

    // QEMU's -icount shift=0 lets a nanosecond pass with each instruction.
    private const ulong InstructionsPerMicrosecond = 1000;

    /// <summary>
    /// The counter counts executed instructions, as under QEMU's -icount shift=0: the same code gives the exact number
    /// three times.
    /// </summary>
    internal static bool CountsInstructions =>
        Cpu.TicksOf64Nops() == ProbeInstructions
        && Cpu.TicksOf64Nops() == ProbeInstructions
        && Cpu.TicksOf64Nops() == ProbeInstructions;

    /// <summary>
    /// Ticks in a microsecond, 0 where nothing tells; <paramref name="elapsed"/> is what it counted since the boot
    /// began. Only where that is too short or too long for the interval timer is any time spent on it.
    /// </summary>
    internal static ulong Rate(ulong elapsed)
    {
        ulong rate = IntervalTimer.RateAfter(elapsed);
        if (CountsInstructions && (rate == 0 || IsNearQemus(rate)))
        {
            return InstructionsPerMicrosecond;
        }

        rate = rate != 0 ? rate : ProcessorsOwn;
        return rate != 0 ? rate : IntervalTimer.RateByWaiting();
    }

    // The boot is too short for more than the order. Bochs counts instructions as well, but as many to a microsecond as
    // its configuration says.
    private static bool IsNearQemus(ulong rate) =>
        rate is > InstructionsPerMicrosecond / 2 and < InstructionsPerMicrosecond * 2;

    // Processors that tell their base frequency let the counter run at it (Intel SDM vol. 2, CPUID leaf 16h).
    private static ulong ProcessorsOwn
    {
        get
        {
            const uint frequencyLeaf = 0x16;
            const uint megahertz = 0xFFFF;
            return X64Machine.CpuId(0, 0).Eax >= frequencyLeaf ? X64Machine.CpuId(frequencyLeaf, 0).Eax & megahertz : 0;
        }
    }
}
