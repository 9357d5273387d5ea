using System.Runtime.InteropServices;

namespace Kernel.Metal;

/// <summary>The 64-bit TSS: which stacks the processor switches to (Intel SDM vol. 3, figure 8-11).</summary>
[StructLayout(LayoutKind.Explicit, Size = 104)]
internal struct TaskStateSegment
{
    /// <summary>RSP for a trap from ring 3 to ring 0.</summary>
    [FieldOffset(4)]
    internal ulong Rsp0;

    /// <summary>IST 1: the stack of #DF.</summary>
    [FieldOffset(36)]
    internal ulong DoubleFaultStack;

    /// <summary>IST 2: the stack of NMI.</summary>
    [FieldOffset(44)]
    internal ulong NonMaskableStack;

    /// <summary>IST 3: the stack of #MC.</summary>
    [FieldOffset(52)]
    internal ulong MachineCheckStack;

    /// <summary>
    /// The offset of the I/O permission map; at the segment's size there is none, so no port is open to ring 3.
    /// </summary>
    [FieldOffset(102)]
    internal ushort PortMap;
}
