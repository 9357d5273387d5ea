using System;
using Kernel.Units;

namespace Kernel.Traps;

/// <summary>The unmapped page below each of the kernel's stacks, 4 KiB each.</summary>
/// <param name="Kernel">Below the stack of the kernel.</param>
/// <param name="DoubleFault">Below the stack of #DF.</param>
/// <param name="NonMaskable">Below the stack of NMI.</param>
/// <param name="MachineCheck">Below the stack of #MC.</param>
public readonly record struct StackGuards(
    VirtAddr Kernel, VirtAddr DoubleFault, VirtAddr NonMaskable, VirtAddr MachineCheck)
{
    /// <summary>The name of the stack whose guard page holds <paramref name="address"/>.</summary>
    public bool TryFind(VirtAddr address, out ReadOnlySpan<byte> stack)
    {
        stack = IsIn(address, Kernel) ? "kernel"u8
            : IsIn(address, DoubleFault) ? "double-fault"u8
            : IsIn(address, NonMaskable) ? "NMI"u8
            : IsIn(address, MachineCheck) ? "machine-check"u8
            : default;
        return !stack.IsEmpty;
    }

    private static bool IsIn(VirtAddr address, VirtAddr guard) => address.Value - guard.Value < 4096;
}
