namespace Kernel.Metal;

/// <summary>The local APIC's registers that the kernel uses: offsets in their page (Intel SDM vol. 3, table 11-1).</summary>
internal enum LocalApicRegister : uint
{
    /// <summary>TPR: interrupts of this class and below wait (11.8.3.1).</summary>
    TaskPriority = 0x80,

    /// <summary>EOI: a write says that the interrupt in service has been handled.</summary>
    EndOfInterrupt = 0xB0,

    /// <summary>SVR: the vector of spurious interrupts, and whether the APIC is switched on.</summary>
    SpuriousVector = 0xF0,

    /// <summary>LVT timer: vector, mask and mode.</summary>
    TimerVector = 0x320,

    /// <summary>LVT LINT0: the 8259s are connected here.</summary>
    Line0 = 0x350,

    /// <summary>The count that the timer starts from.</summary>
    InitialCount = 0x380,

    /// <summary>The count that the timer is at; read-only.</summary>
    CurrentCount = 0x390,

    /// <summary>By what the timer's clock is divided.</summary>
    DivideConfiguration = 0x3E0,
}
