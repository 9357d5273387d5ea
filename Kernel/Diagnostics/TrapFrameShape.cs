using Kernel.Units;

namespace Kernel.Diagnostics;

/// <summary>Where a trap frame holds the registers of what it interrupted, from its lowest byte.</summary>
/// <param name="Pc">The offset of rip.</param>
/// <param name="Sp">The offset of rsp.</param>
/// <param name="Bp">The offset of rbp.</param>
public readonly record struct TrapFrameShape(ByteCount Pc, ByteCount Sp, ByteCount Bp);
