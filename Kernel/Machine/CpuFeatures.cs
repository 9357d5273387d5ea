using System;

namespace Kernel.Machines;

/// <summary>What the kernel uses of a processor where it is there (Intel SDM vol. 2, CPUID).</summary>
[Flags]
public enum CpuFeatures
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Pages from which no instruction is fetched.</summary>
    NoExecute = 1 << 0,

    /// <summary>Translations that survive a change of CR3.</summary>
    GlobalPages = 1 << 1,

    /// <summary>The kernel cannot execute user pages.</summary>
    Smep = 1 << 2,

    /// <summary>The kernel cannot read or write user pages unless it says so.</summary>
    Smap = 1 << 3,

    /// <summary>User programs cannot read descriptor-table registers.</summary>
    Umip = 1 << 4,

    /// <summary>Pages of 1 GiB.</summary>
    GibibytePages = 1 << 5,

    /// <summary>The page attribute table, which makes write-combining possible.</summary>
    PageAttributes = 1 << 6,

    /// <summary>Process-context identifiers: translations of several address spaces side by side.</summary>
    ProcessContexts = 1 << 7,

    /// <summary>The local APIC, switched on by the firmware.</summary>
    LocalApic = 1 << 8,

    /// <summary>
    /// XSAVE and XRSTOR: registers of the processor are saved by name. Only with XSAVEOPT, which the kernel does not
    /// use: QEMU 7.2 takes CR4.OSXSAVE for a reserved bit where the processor has nothing of that kind, and hangs.
    /// </summary>
    Xsave = 1 << 9,

    /// <summary>Vector registers of 256 bits; with <see cref="Xsave"/> alone of use.</summary>
    Avx = 1 << 10,

    /// <summary>Hardware errors are an exception where that is switched on, and else a silent end.</summary>
    MachineChecks = 1 << 11,
}
