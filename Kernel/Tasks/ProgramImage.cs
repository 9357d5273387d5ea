using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Tasks;

/// <summary>A program in an address space of its own, which never runs: each start of the program is a fork of it.</summary>
internal struct ProgramImage
{
    /// <summary>The program's name.</summary>
    internal ProgramName Name;

    /// <summary>The space; none where the entry is free.</summary>
    internal AddressSpace Space;

    /// <summary>Where it begins.</summary>
    internal VirtAddr Entry;
}
