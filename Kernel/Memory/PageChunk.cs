using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// Entries side by side in one table: the largest pieces with which a range can go on at an address.
/// </summary>
/// <param name="Address">Where the first one begins.</param>
/// <param name="Level">The level of the table.</param>
/// <param name="Index">The first one's place in the table.</param>
/// <param name="Count">How many there are.</param>
/// <param name="End">Where the last one ends.</param>
internal readonly record struct PageChunk(VirtAddr Address, int Level, int Index, int Count, VirtAddr End)
{
    /// <summary>
    /// The chunk at <paramref name="address"/> of a range that ends at <paramref name="end"/>, with entries no higher
    /// than <paramref name="highest"/>; another address, where there is one, is to be aligned as well.
    /// </summary>
    internal static PageChunk At(VirtAddr address, VirtAddr end, int highest, VirtAddr other = default)
    {
        Geometry geometry = Machine.Geometry;
        ulong left = (end - address).Value;
        int level = 1;
        while (level < highest)
        {
            ulong next = geometry.SizeAt(level + 1).Value;
            if (left < next || ((address.Value | other.Value) & (next - 1)) != 0)
            {
                break;
            }

            level++;
        }

        int index = geometry.IndexOf(address, level);
        ulong count = left >> geometry.ShiftAt(level);
        ulong room = (ulong)(geometry.EntriesPerTable - index);
        count = count < room ? count : room;
        return new PageChunk(address, level, index, (int)count, address + StepsAt(level, (int)count));
    }

    /// <summary>Where the entry begins that is <paramref name="step"/> behind the first.</summary>
    internal VirtAddr AddressOf(int step) => Address + StepsAt(Level, step);

    /// <summary>The same with fewer entries.</summary>
    internal PageChunk First(int count) => this with { Count = count, End = AddressOf(count) };

    /// <summary>No entries at all: the range goes on at <paramref name="end"/>.</summary>
    internal static PageChunk Skip(VirtAddr address, VirtAddr end) => new(address, 1, 0, 0, end);

    /// <summary>What so many entries at a level cover.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ByteCount StepsAt(int level, int count) => new((ulong)count << Machine.Geometry.ShiftAt(level));
}
