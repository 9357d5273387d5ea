namespace Kernel.Metal;

/// <summary>Numbers of model-specific registers (Intel SDM vol. 4, table 2-2).</summary>
internal enum ModelSpecificRegister : uint
{
    /// <summary>IA32_PAT: what the page-attribute bits of an entry mean.</summary>
    PageAttributeTable = 0x277,

    /// <summary>IA32_EFER: long mode, no-execute, SYSCALL.</summary>
    Efer = 0xC000_0080,
}
