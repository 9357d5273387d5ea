using Kernel.Diagnostics;
using Kernel.Units;

namespace System;

/// <summary>The program's own stack.</summary>
internal struct OwnStack : IStackMemory
{
    private const ulong Most = 1 << 20;

    /// <summary>The first byte above the stack; set when the program begins.</summary>
    internal static ulong Top;

    /// <inheritdoc/>
    public readonly unsafe bool TryRead(VirtAddr address, out ulong value)
    {
        value = 0;
        if (address.Value % sizeof(ulong) != 0 || address.Value >= Top || Top - address.Value > Most)
        {
            return false;
        }

        value = *(ulong*)address.Value;
        return true;
    }
}
