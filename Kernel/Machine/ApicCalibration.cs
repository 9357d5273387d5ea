namespace Kernel.Machines;

/// <summary>
/// What the timer of a local APIC did in some time that another clock measured: whether it works, and how fast.
/// </summary>
/// <param name="Counted">What it counted down since it began at 2³² − 1.</param>
/// <param name="Elapsed">The ticks of the time-stamp counter since then, at least one.</param>
/// <param name="Rate">Those in a microsecond; 0 where nothing tells.</param>
public readonly record struct ApicCalibration(uint Counted, ulong Elapsed, ulong Rate)
{
    // For one whose rate nothing tells: 16 ms at 1 GHz, 160 ms at 100 MHz.
    private const uint SomeCounts = 1_000_000;

    /// <summary>
    /// Whether it counts: it has begun, and has not come to 0, where it would stop. A register that is always all ones,
    /// or always zeros, is none of a timer that works.
    /// </summary>
    public bool Counts => Counted is not (0 or uint.MaxValue);

    /// <summary>
    /// Its counts in so many microseconds, up to a second; where nothing tells a rate, some that are neither few nor many.
    /// </summary>
    public uint CountsIn(ulong microseconds)
    {
        ulong counts = Counted * (Rate * microseconds) / Elapsed;
        return counts == 0 ? SomeCounts : (uint)counts;
    }
}
