using System.Runtime;
using System.Runtime.CompilerServices;

namespace Kernel.Ring3;

/// <summary>Page faults and the interrupt of <see cref="RingThree"/> lead to walks.asm for a while.</summary>
internal unsafe struct WalkGates
{
    private const int PageFault = 14;
    private const ulong LowTarget = 0xFFFF_0000_0000_FFFF;

    private ulong _pageFault;
    private ulong _finish;

    /// <summary>Leads them there.</summary>
    internal void Open()
    {
        ulong* handlers = Handlers();
        _pageFault = Exchange(PageFault, handlers[0]);
        _finish = Exchange((int)RingThree.FinishVector, handlers[1]);
    }

    /// <summary>Leads them back.</summary>
    internal readonly void Close()
    {
        Exchange(PageFault, _pageFault);
        Exchange((int)RingThree.FinishVector, _finish);
    }

    // The upper half of a target is the same for all of the kernel.
    private static ulong Exchange(int vector, ulong target)
    {
        ulong* gate = (ulong*)Unsafe.AsPointer(ref State.Interrupts) + (2 * vector);
        ulong old = (*gate & 0xFFFF) | *gate >> 48 << 16;
        *gate = (*gate & ~LowTarget) | (target & 0xFFFF) | (target >> 16 & 0xFFFF) << 48;
        return old;
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("walk_handlers")]
    private static extern ulong* Handlers();
}
