using System.Buffers.Binary;
using Kernel.Diagnostics;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Traps;

/// <summary>
/// The memory of a program, as a trace of its stack reads it: by the tables, so nothing faults, and nothing that is not
/// there yet comes into being.
/// </summary>
internal readonly struct UserStack : IStackMemory
{
    private readonly AddressSpace _space;

    /// <summary>The memory of a space, which does not change meanwhile.</summary>
    internal UserStack(in AddressSpace space) => _space = space;

    /// <inheritdoc/>
    public bool TryRead(VirtAddr address, out ulong value)
    {
        PageInfo page = PagingManager.Query(in _space, address);
        bool isThere = address.Value % sizeof(ulong) == 0 && page.Frame != Frame.None;
        ByteCount offset = address - Machine.Geometry.StartOf(address, level: 1);
        value = isThere
            ? BinaryPrimitives.ReadUInt64LittleEndian(Machine.PageBytes(page.Frame)[(int)offset.Value..])
            : 0;
        return isThere;
    }
}
