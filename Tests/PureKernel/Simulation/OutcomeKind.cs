namespace Kernel.Simulation;

/// <summary>How an access ends.</summary>
public enum OutcomeKind
{
    /// <summary>At a byte of physical memory.</summary>
    Translated,

    /// <summary>With a page fault.</summary>
    PageFault,

    /// <summary>With a general-protection exception, because the address is not canonical.</summary>
    GeneralProtection,
}
