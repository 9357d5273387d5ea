namespace Kernel.Simulation;

/// <summary>What an instruction does with memory.</summary>
public enum AccessKind
{
    /// <summary>A data read.</summary>
    Read,

    /// <summary>A data write.</summary>
    Write,

    /// <summary>The fetch of an instruction.</summary>
    Fetch,
}
