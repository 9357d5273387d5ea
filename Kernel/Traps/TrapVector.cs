namespace Kernel.Traps;

/// <summary>The vectors that the processor itself uses (Intel SDM vol. 3, table 6-1), and the kernel's own.</summary>
public enum TrapVector : byte
{
    /// <summary>#DE: a division by zero, or a quotient that does not fit.</summary>
    DivideError = 0,

    /// <summary>#DB.</summary>
    Debug = 1,

    /// <summary>The non-maskable interrupt.</summary>
    NonMaskableInterrupt = 2,

    /// <summary>#BP: the INT3 instruction.</summary>
    Breakpoint = 3,

    /// <summary>#OF: the INTO instruction.</summary>
    Overflow = 4,

    /// <summary>#BR: the BOUND instruction.</summary>
    BoundRange = 5,

    /// <summary>#UD.</summary>
    InvalidOpcode = 6,

    /// <summary>#NM.</summary>
    NoFloatingPoint = 7,

    /// <summary>#DF: an exception while another was being delivered.</summary>
    DoubleFault = 8,

    /// <summary>#TS.</summary>
    InvalidTaskState = 10,

    /// <summary>#NP.</summary>
    SegmentNotPresent = 11,

    /// <summary>#SS.</summary>
    StackSegment = 12,

    /// <summary>#GP.</summary>
    GeneralProtection = 13,

    /// <summary>#PF.</summary>
    PageFault = 14,

    /// <summary>#MF.</summary>
    FloatingPoint = 16,

    /// <summary>#AC.</summary>
    AlignmentCheck = 17,

    /// <summary>#MC.</summary>
    MachineCheck = 18,

    /// <summary>#XM.</summary>
    VectorFloatingPoint = 19,

    /// <summary>#VE.</summary>
    Virtualization = 20,

    /// <summary>#CP.</summary>
    ControlProtection = 21,

    /// <summary>A tick of the timer: line 0 of the 8259s, and what the local APIC is told to use.</summary>
    Timer = 32,

    /// <summary>Line 7 of the 8259s, by which they also say that an interrupt was taken back.</summary>
    SpuriousLine = 39,

    /// <summary>By this the local APIC says the same; some have its lowest four bits always set.</summary>
    SpuriousApic = 0xEF,

    /// <summary>
    /// The kernel itself found something that cannot be: a software interrupt, so that the report has all registers.
    /// </summary>
    KernelPanic = 255,
}
