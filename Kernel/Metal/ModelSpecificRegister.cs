namespace Kernel.Metal;

/// <summary>Numbers of model-specific registers (Intel SDM vol. 4, table 2-2).</summary>
internal enum ModelSpecificRegister : uint
{
    /// <summary>IA32_APIC_BASE: where the local APIC's registers are, and how they are reached.</summary>
    LocalApicBase = 0x1B,

    /// <summary>IA32_PAT: what the page-attribute bits of an entry mean.</summary>
    PageAttributeTable = 0x277,

    /// <summary>The first of the local APIC's registers in x2APIC mode; each one's offset / 16 above it.</summary>
    LocalApicRegisters = 0x800,

    /// <summary>IA32_EFER: long mode, no-execute, SYSCALL.</summary>
    Efer = 0xC000_0080,

    /// <summary>IA32_STAR: the selectors that SYSCALL and SYSRET load.</summary>
    SystemCallSelectors = 0xC000_0081,

    /// <summary>IA32_LSTAR: where SYSCALL goes.</summary>
    SystemCallEntry = 0xC000_0082,

    /// <summary>IA32_FMASK: the flags that SYSCALL clears.</summary>
    SystemCallFlags = 0xC000_0084,

    /// <summary>IA32_KERNEL_GS_BASE: what SWAPGS makes the base of GS.</summary>
    KernelGsBase = 0xC000_0102,
}
