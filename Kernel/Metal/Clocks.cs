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
    /// began.
    /// </summary>
    internal static ulong Rate(ulong elapsed) =>
        CountsInstructions ? InstructionsPerMicrosecond : IntervalTimer.RateAfter(elapsed);
}
