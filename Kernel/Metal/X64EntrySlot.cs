using System.Runtime.CompilerServices;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Metal;

/// <summary>
/// The place of an entry in a page table, as the direct map shows it. The pure rooms call it <c>EntrySlot</c>.
/// </summary>
internal readonly unsafe struct X64EntrySlot
{
    private const ulong OffsetMask = 0xFFF;

    private readonly ulong* _entry;

    /// <summary>The place of the entry of this index, which the table has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal X64EntrySlot(Frame table, int index) =>
        _entry = (ulong*)KernelLayout.InDirectMap(table.Address).Value + (uint)index;

    /// <summary>
    /// The place of the entry of this index in the table that an entry points at, which is an open one: it has no bits
    /// above those of an address.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal X64EntrySlot(PageEntry open, int index) =>
        _entry = (ulong*)((open.Bits & ~OffsetMask) + KernelLayout.DirectMap.Value) + (uint)index;

    /// <summary>What stands there. Reading and writing are each one access of memory.</summary>
    internal PageEntry Entry
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(*_entry);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => *_entry = value.Bits;
    }

    /// <summary>All bits that this entry or one of the seven behind it has.</summary>
    internal ulong BitsOfEight
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _entry[0] | _entry[1] | _entry[2] | _entry[3] | _entry[4] | _entry[5] | _entry[6] | _entry[7];
    }

    /// <summary>The table.</summary>
    internal Frame Table
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new((uint)(((ulong)_entry - KernelLayout.DirectMap.Value) >> Frame.Shift));
    }

    /// <summary>Which of its entries.</summary>
    internal int Index => (int)(((ulong)_entry & OffsetMask) / sizeof(ulong));

    /// <summary>The place so many entries further on, in the same table.</summary>
    internal X64EntrySlot this[int steps]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_entry + steps);
    }

    /// <summary>Whether this place lies before another one of the same table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsBefore(X64EntrySlot other) => _entry < other._entry;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private X64EntrySlot(ulong* entry) => _entry = entry;
}
