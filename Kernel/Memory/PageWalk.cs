using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// The way from a root to the entry that decides about an address (Intel SDM vol. 3, 4.5.4), with what the entries
/// above it allow. It changes nothing. Few fields: so it stays in registers.
/// </summary>
internal readonly struct PageWalk
{
    private const int MarkShift = 8;

    // Bits that all entries above have in common: may write at once, may write, and, turned over, may execute.
    private readonly ulong _above;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private PageWalk(EntrySlot slot, int level, ulong above)
    {
        Slot = slot;
        Level = level;
        _above = above;
    }

    /// <summary>The level of the entry: 1 for one that can only stand for a small page.</summary>
    internal int Level { get; }

    /// <summary>Where the entry stands.</summary>
    internal EntrySlot Slot { get; }

    /// <summary>The entry.</summary>
    internal PageEntry Entry
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Slot.Entry;
    }

    /// <summary>Every entry above allows writes at once: all tables on the way are this space's alone.</summary>
    internal bool IsOpenAbove
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (_above & PageEntry.Writable) != 0;
    }

    /// <summary>The rights that the entries above leave.</summary>
    internal PageRights RightsAbove
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ((_above & PageEntry.CopyOnWrite) != 0 ? PageRights.Write : PageRights.Read)
            | ((_above & PageEntry.NoExecute) != 0 ? PageRights.Execute : PageRights.Read);
    }

    /// <summary>
    /// Walks down to an entry at <paramref name="level"/>. False where a table on the way is missing, takes a right
    /// away, or may have other owners.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryReachOwn(Frame root, VirtAddr address, int level, out EntrySlot slot)
    {
        var path = new IndexPath(address);
        slot = new EntrySlot(root, path.Next());
        for (int at = Machine.Geometry.Levels; at > level; at--)
        {
            PageEntry entry = slot.Entry;
            if (!entry.IsOpenTable)
            {
                return false;
            }

            slot = new EntrySlot(entry, path.Next());
        }

        return true;
    }

    /// <summary>
    /// Walks down until an entry points at no table, or stands at <paramref name="level"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static PageWalk To(Frame root, VirtAddr address, int level)
    {
        var path = new IndexPath(address);
        ulong above = ulong.MaxValue;
        int at = Machine.Geometry.Levels;
        var slot = new EntrySlot(root, path.Next());
        while (at > level)
        {
            PageEntry entry = slot.Entry;
            if (!entry.IsTableAbovePages)
            {
                break;
            }

            ulong bits = entry.Bits ^ PageEntry.NoExecute;
            above &= bits | (bits & PageEntry.Writable) << MarkShift;
            at--;
            slot = new EntrySlot(entry.Target, path.Next());
        }

        return new PageWalk(slot, at, above);
    }
}
