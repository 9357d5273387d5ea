using System;

namespace Kernel.Metal;

/// <summary>Bits of CR4 (Intel SDM vol. 3, 2.5).</summary>
[Flags]
internal enum ControlRegister4 : ulong
{
    /// <summary>MCE: a hardware error is #MC; without it the processor shuts down (vol. 3, 15.3.1).</summary>
    MachineChecks = 1 << 6,

    /// <summary>PGE: entries marked global survive a change of CR3.</summary>
    GlobalPages = 1 << 7,

    /// <summary>UMIP: SGDT, SIDT, SLDT, SMSW and STR fault in ring 3.</summary>
    Umip = 1 << 11,

    /// <summary>PCIDE: CR3 holds a process-context identifier; set while that is 0 (vol. 3, 4.10.1).</summary>
    ProcessContexts = 1 << 17,

    /// <summary>OSXSAVE: XSAVE, XRSTOR and XSETBV are there, and programs may use what XCR0 names.</summary>
    OsXsave = 1 << 18,

    /// <summary>SMEP: the kernel cannot execute user pages.</summary>
    Smep = 1 << 20,

    /// <summary>SMAP: the kernel cannot touch user pages while EFLAGS.AC is clear.</summary>
    Smap = 1 << 21,
}
