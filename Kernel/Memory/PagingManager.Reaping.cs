using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <content>
/// Tables that nothing points at any more. They wait, linked through their records, to be taken apart a few entries at
/// a time, so that nobody waits for the end of a large space.
/// </content>
public partial struct PagingManager
{
    private const int DrainStep = 64;

    // A line of the processor's cache.
    private const int EntriesAtOnce = 8;

    private const ulong Counted = PageEntry.Present | PageEntry.User;

    /// <summary>Whether dead tables wait to be taken apart.</summary>
    public readonly bool HasDying => _dying != Frame.None;

    /// <summary>
    /// The first table that waits, or none; the record of each links to the next, and tells which entry is the first
    /// that is left. For audits.
    /// </summary>
    public readonly Frame FirstDying => _dying;

    /// <summary>
    /// Looks so many times at dead tables, each time at one entry, or at eight that point at nothing, and gives back
    /// what only they pointed at: at most one page, block or table for each look, and the table itself with its last
    /// one. False where nothing is left to be done.
    /// </summary>
    public bool Reap(int looks)
    {
        for (int left = looks; left > 0 && HasDying; left--)
        {
            if (!TryPassAbsent(_dying))
            {
                ReapEntry(_dying);
            }
        }

        return HasDying;
    }

    // Dead tables are taken apart before memory is refused, until so many frames are free. True where there were any:
    // the caller counts again then, because what they shared has fewer owners, and it may need less.
    private bool TryMakeRoom(uint frames)
    {
        bool hadDying = HasDying;
        while (HasDying && Frames.Free.Value < frames)
        {
            Reap(DrainStep);
        }

        return hadDying;
    }

    private void AddDying(Frame table)
    {
        ref FrameRecord record = ref Machine.Record(table);
        record.Cursor = 0;
        record.Link = _dying;
        _dying = table;
    }

    // Most entries of most tables are empty, pages that nobody has touched yet, or the kernel's.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPassAbsent(Frame table)
    {
        ref FrameRecord record = ref Machine.Record(table);
        int first = record.Cursor;
        if (first % EntriesAtOnce != 0 || first + EntriesAtOnce > Machine.Geometry.EntriesPerTable)
        {
            return false;
        }

        var slot = new EntrySlot(table, first);
        ulong any = slot.Entry.Bits | slot[1].Entry.Bits | slot[2].Entry.Bits | slot[3].Entry.Bits
            | slot[4].Entry.Bits | slot[5].Entry.Bits | slot[6].Entry.Bits | slot[7].Entry.Bits;
        if ((any & Counted) == Counted)
        {
            return false;
        }

        Advance(table, ref record, EntriesAtOnce);
        return true;
    }

    // The table is the first of those that wait. It goes before what its last entry points at, which may join them.
    private void ReapEntry(Frame table)
    {
        ref FrameRecord record = ref Machine.Record(table);
        var slot = new EntrySlot(table, record.Cursor);
        PageEntry entry = slot.Entry;
        Frame next = Frame.None;
        if ((entry.Bits & Counted) == Counted)
        {
            next = BehindFirstBlock(entry);
            slot.Entry = entry.WithTarget(next);
        }

        if (next == Frame.None)
        {
            Advance(table, ref record, count: 1);
        }

        if ((entry.Bits & Counted) == Counted && FrameTable.DropReference(entry.Target))
        {
            ReleaseUnreachable(entry.Target, in Machine.Record(entry.Target));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Advance(Frame table, ref FrameRecord record, int count)
    {
        record.Cursor += (ushort)count;
        if (record.Cursor == Machine.Geometry.EntriesPerTable)
        {
            _dying = record.Link;
            record.Link = Frame.None;
            record.Cursor = 0;
            Frames.Release(table);
        }
    }

    // A large page whose block was split goes block by block: where the next one begins, or none behind the last.
    private static Frame BehindFirstBlock(PageEntry entry)
    {
        Frame behind = entry.Target + Machine.Record(entry.Target).Order.Frames;
        bool isLast = (entry.Bits & PageEntry.Large) == 0 || EntryWeight.OrderAt(entry.PageLevel).Aligns(behind);
        return isLast ? Frame.None : behind;
    }
}
