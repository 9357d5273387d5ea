using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// Where <c>TryReach</c> was last in a space: the next page mostly has the next entry of the same
/// table, and needs no walk. It is good as long as nothing else changes the space.
/// </summary>
internal struct PageCursor
{
    private EntrySlot _slot;
    private bool _isOpenAbove;
    private int _left;

    /// <summary>Remembers the place of a small page's entry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Set(in PageWalk walk)
    {
        _slot = walk.Slot;
        _isOpenAbove = walk.IsOpenAbove;
        _left = Machine.Geometry.EntriesPerTable - 1 - walk.Slot.Index;
    }

    /// <summary>Forgets.</summary>
    internal void Clear() => _left = 0;

    /// <summary>
    /// The frame of the page behind the last one, if it is there to read, or to write; then that one is the last one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryNext(bool isWrite, out Frame frame)
    {
        frame = Frame.None;
        if (_left == 0)
        {
            return false;
        }

        EntrySlot next = _slot[1];
        PageEntry entry = next.Entry;
        if (isWrite ? !_isOpenAbove || !entry.IsWritable : !entry.IsPresent)
        {
            return false;
        }

        _slot = next;
        _left--;
        frame = entry.Target;
        return true;
    }
}
