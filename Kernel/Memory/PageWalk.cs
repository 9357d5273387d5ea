using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// The way from a root to the entry that decides about an address (Intel SDM vol. 3, 4.5.4), with what the entries
/// above it allow. It changes nothing.
/// </summary>
internal struct PageWalk
{
    private ulong _writable;
    private ulong _mayWrite;
    private ulong _noExecute;

    /// <summary>The level of the entry: 1 for one that can only stand for a small page.</summary>
    internal int Level { get; private set; }

    /// <summary>The table that the entry stands in.</summary>
    internal Frame Table { get; private set; }

    /// <summary>Its place there.</summary>
    internal int Index { get; private set; }

    /// <summary>The entry.</summary>
    internal readonly PageEntry Entry => Slot.Entry;

    /// <summary>Where it stands.</summary>
    internal readonly EntrySlot Slot => new(Table, Index);

    /// <summary>Every entry above allows writes at once: all tables on the way are this space's alone.</summary>
    internal readonly bool IsOpenAbove => (_writable & PageEntry.Writable) != 0;

    /// <summary>The rights that the entries above leave.</summary>
    internal readonly PageRights RightsAbove =>
        ((_mayWrite & PageEntry.Writable) != 0 ? PageRights.Write : PageRights.Read)
        | ((_noExecute & PageEntry.NoExecute) == 0 ? PageRights.Execute : PageRights.Read);

    /// <summary>
    /// Walks down until an entry points at no table, or stands at <paramref name="level"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static PageWalk To(Frame root, VirtAddr address, int level)
    {
        var walk = new PageWalk
        {
            Table = root,
            Level = Machine.Geometry.Levels,
            _writable = PageEntry.Writable,
            _mayWrite = PageEntry.Writable,
        };
        walk.Index = Machine.Geometry.IndexOf(address, walk.Level);
        while (walk.Level > level)
        {
            PageEntry entry = walk.Entry;
            if (!entry.IsTable(walk.Level))
            {
                break;
            }

            walk._writable &= entry.Bits;
            walk._mayWrite &= entry.Sole.Bits;
            walk._noExecute |= entry.Bits;
            walk.Table = entry.Target;
            walk.Level--;
            walk.Index = Machine.Geometry.IndexOf(address, walk.Level);
        }

        return walk;
    }
}
