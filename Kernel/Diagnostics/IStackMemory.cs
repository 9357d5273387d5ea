using Kernel.Units;

namespace Kernel.Diagnostics;

/// <summary>The memory that stacks lie in, as a stack trace may read it.</summary>
public interface IStackMemory
{
    /// <summary>
    /// Reads eight bytes; false, and nothing read, where they are not all in a stack or not aligned to 8.
    /// </summary>
    bool TryRead(VirtAddr address, out ulong value);
}
