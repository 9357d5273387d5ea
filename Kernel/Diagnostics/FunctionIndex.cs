using System;
using System.Buffers.Binary;
using Kernel.Units;

namespace Kernel.Diagnostics;

/// <summary>
/// Finds functions by their addresses: groups first, and then one by one (see <see cref="SymbolFormat"/>).
/// </summary>
internal readonly ref struct FunctionIndex
{
    private const int RecordInGroupAt = 4;

    private readonly ulong _base;
    private readonly ReadOnlySpan<byte> _groups;
    private readonly ReadOnlySpan<byte> _records;

    /// <summary>An index of functions whose starts count from <paramref name="start"/>.</summary>
    public FunctionIndex(VirtAddr start, ReadOnlySpan<byte> groups, ReadOnlySpan<byte> records)
    {
        _base = start.Value;
        _groups = groups;
        _records = records;
    }

    /// <summary>There is no function in it.</summary>
    public bool IsEmpty => _groups.IsEmpty;

    /// <summary>
    /// The function that has a byte at an address, and that byte's offset in it; false where none has.
    /// </summary>
    public bool TryFind(VirtAddr address, out FunctionRecord function, out uint offset)
    {
        function = default;
        offset = (uint)(address.Value - _base);
        if (address.Value < _base || address.Value - _base > uint.MaxValue || !TryFindGroup(offset, out int group))
        {
            return false;
        }

        uint end = ReadWord(_groups, group);
        if (!ByteCursor.TryCreate(_records, ReadWord(_groups, group + RecordInGroupAt), out ByteCursor cursor))
        {
            return false;
        }

        for (int left = SymbolFormat.FunctionsPerGroup; left > 0; left--)
        {
            if (!FunctionRecord.TryRead(ref cursor, ref end, out function))
            {
                return false;
            }

            if (function.Contains(offset))
            {
                offset -= function.Start;
                return true;
            }
        }

        return false;
    }

    private bool TryFindGroup(uint offset, out int group)
    {
        int low = 0;
        int high = _groups.Length / SymbolFormat.GroupSize;
        while (low < high)
        {
            int middle = (int)((uint)(low + high) / 2);
            bool starts = ReadWord(_groups, middle * SymbolFormat.GroupSize) <= offset;
            low = starts ? middle + 1 : low;
            high = starts ? high : middle;
        }

        group = (low - 1) * SymbolFormat.GroupSize;
        return low > 0;
    }

    private static uint ReadWord(ReadOnlySpan<byte> bytes, int position) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[position..]);
}
