using Machines;

namespace Verbs.Measuring;

/// <summary>What executes a guest that measures, and what its time-stamp counter counts.</summary>
/// <param name="Processor">QEMU's model; null for the fullest.</param>
/// <param name="Accelerator">Emulation, or the host's processor.</param>
/// <param name="Clock">Instructions, or time.</param>
public sealed record BenchHost(string? Processor, Accelerator Accelerator, Clock Clock)
{
    /// <summary>An emulated processor whose counter counts instructions.</summary>
    public static BenchHost Counting(string processor) => new(processor, Accelerator.Tcg, Clock.Instructions);
}
