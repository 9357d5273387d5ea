using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Machines;

/// <summary>The place of an entry in a page table of the machine that is simulated here.</summary>
/// <param name="Table">The table.</param>
/// <param name="Index">Which of its entries.</param>
internal readonly record struct SimEntrySlot(Frame Table, int Index)
{
    /// <summary>The place of the entry of this index in the table that an open entry points at.</summary>
    internal SimEntrySlot(PageEntry open, int index)
        : this(open.Target, index)
    {
    }

    /// <summary>What stands there.</summary>
    internal PageEntry Entry
    {
        get => new(Machine.ReadEntry(Table, Index));
        set => Machine.WriteEntry(Table, Index, value.Bits);
    }

    /// <summary>All bits that this entry or one of the seven behind it has.</summary>
    internal ulong BitsOfEight
    {
        get
        {
            ulong bits = 0;
            for (int step = 0; step < 8; step++)
            {
                bits |= this[step].Entry.Bits;
            }

            return bits;
        }
    }

    /// <summary>Whether this place lies before another one of the same table.</summary>
    internal bool IsBefore(SimEntrySlot other) => Index < other.Index;

    /// <summary>The place so many entries further on, in the same table.</summary>
    internal SimEntrySlot this[int steps] => new(Table, Index + steps);
}
