using Kernel.Diagnostics;
using Kernel.Traps;
using Kernel.Units;

namespace Kernel.Metal;

/// <summary>The kernel's own stacks, read for a stack trace; guard pages are no part of them.</summary>
internal readonly struct KernelStacks : IStackMemory
{
    /// <summary>The guard pages, which the linker placed.</summary>
    internal static StackGuards Guards
    {
        get
        {
            ref readonly KernelImage image = ref KernelImage.Current;
            return new StackGuards(
                new VirtAddr(image.KernelGuard),
                new VirtAddr(image.DoubleFaultGuard),
                new VirtAddr(image.NonMaskableGuard),
                new VirtAddr(image.MachineCheckGuard));
        }
    }

    /// <inheritdoc/>
    public unsafe bool TryRead(VirtAddr address, out ulong value)
    {
        ref readonly KernelImage image = ref KernelImage.Current;
        bool isStack = address.Value >= image.StacksStart && address.Value < image.StacksEnd
            && address.Value % sizeof(ulong) == 0
            && !Guards.TryFind(address, out _);
        value = isStack ? *(ulong*)address.Value : 0;
        return isStack;
    }
}
