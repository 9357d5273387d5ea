namespace Kernel.Traps;

/// <summary>What a report shows beside the trap frame.</summary>
/// <param name="Cr0">Switches of the processor.</param>
/// <param name="Cr2">The address of the newest page fault.</param>
/// <param name="Cr3">The root of the page tables.</param>
/// <param name="Cr4">More switches.</param>
/// <param name="Efer">Long mode and no-execute.</param>
public readonly record struct ControlRegisters(ulong Cr0, ulong Cr2, ulong Cr3, ulong Cr4, ulong Efer);
