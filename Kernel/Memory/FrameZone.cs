namespace Kernel.Memory;

/// <summary>
/// Memory by what can reach it, the lowest first. Blocks never span two zones, and each zone has its own lists: a
/// block below a limit is found at once. What can reach a zone can reach those before it.
/// </summary>
public enum FrameZone : byte
{
    /// <summary>Below 1 MiB: processors start there, in real mode (Intel SDM vol. 3, 9.4.3).</summary>
    RealMode = 0,

    /// <summary>Below 16 MiB: 24 address bits, those of ISA DMA (Intel 8237A with page registers).</summary>
    Isa = 1,

    /// <summary>Below 4 GiB: 32 address bits, those of many PCI devices.</summary>
    Dma32 = 2,

    /// <summary>All memory.</summary>
    Anywhere = 3,
}
