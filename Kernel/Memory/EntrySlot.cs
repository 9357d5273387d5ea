using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>The place of an entry in a page table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Index">Which of its entries.</param>
internal readonly record struct EntrySlot(Frame Table, int Index)
{
    /// <summary>What stands there. Reading and writing are each one access of memory.</summary>
    internal PageEntry Entry
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Machine.ReadEntry(Table, Index));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => Machine.WriteEntry(Table, Index, value.Bits);
    }
}
