namespace Kernel.Firmware;

/// <summary>A run of physical memory that is all of one kind.</summary>
/// <param name="Range">Where it lies, to the byte: it need not start or end at a frame.</param>
/// <param name="Kind">What it may be used for.</param>
public readonly record struct MemoryRegion(PhysRange Range, MemoryKind Kind);
