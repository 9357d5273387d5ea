using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// What is charged for an entry: the frames that its owner would use if nothing were shared, and every page to come
/// had come, in pages of the smallest size. A write that must copy then never wants more than was charged.
/// </summary>
internal static class EntryWeight
{
    /// <summary>Entries for pages stand at no higher level (Intel SDM vol. 3, 4.5.4).</summary>
    internal const int HighestPageLevel = 3;

    /// <summary>The weight of a table with nothing in it.</summary>
    internal static FrameCount OfTable => new(1);

    /// <summary>The weight of pages that fill an entry at this level: those pages, and the tables above them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static FrameCount OfWhole(int level) => level == 1 ? new FrameCount(1) : OfWholeTables(level);

    /// <summary>The weight of an entry at this level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static FrameCount Of(PageEntry entry, int level) =>
        entry.IsEmpty ? FrameCount.Zero
        : level == 1 ? new FrameCount(1)
        : entry.IsTable(level) ? Machine.Record(entry.Target).Weight
        : OfWhole(level);

    /// <summary>The frames that a present entry points at: one table, or all of a page.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static FrameCount FramesOf(PageEntry entry) =>
        ((entry.Bits & PageEntry.Large) == 0 ? FrameOrder.One : OrderAt(entry.PageLevel)).Frames;

    private static FrameCount OfWholeTables(int level)
    {
        uint weight = 1;
        for (int below = 1; below < level; below++)
        {
            weight = (weight << Machine.Geometry.IndexBits) + 1;
        }

        return new FrameCount(weight);
    }

    /// <summary>The size of a page whose entry stands at this level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static FrameOrder OrderAt(int level) => new((byte)((level - 1) * Machine.Geometry.IndexBits));
}
