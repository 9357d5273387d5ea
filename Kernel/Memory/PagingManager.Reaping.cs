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

    /// <summary>Whether dead tables wait to be taken apart.</summary>
    public readonly bool HasDying => _dying != Frame.None;

    /// <summary>
    /// The first table that waits, or none; the record of each links to the next, and tells which entry is the first
    /// that is left. For audits.
    /// </summary>
    public readonly Frame FirstDying => _dying;

    /// <summary>
    /// Looks at so many entries of dead tables, and gives back what only they pointed at: at most one page, block or
    /// table for each entry, and the table itself with its last one. False where nothing is left to be done.
    /// </summary>
    public bool Reap(int entries)
    {
        for (int left = entries; left > 0 && _dying != Frame.None; left--)
        {
            ReapEntry(_dying);
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

    // The table is the first of those that wait. It goes before what its last entry points at, which may join them.
    private void ReapEntry(Frame table)
    {
        const ulong user = PageEntry.Present | PageEntry.User;
        ref FrameRecord record = ref Machine.Record(table);
        var slot = new EntrySlot(table, record.Cursor);
        PageEntry entry = slot.Entry;
        Frame next = Frame.None;
        if ((entry.Bits & user) == user)
        {
            next = BehindFirstBlock(entry);
            slot.Entry = entry.WithTarget(next);
        }

        if (next == Frame.None && ++record.Cursor == Machine.Geometry.EntriesPerTable)
        {
            _dying = record.Link;
            record.Link = Frame.None;
            record.Cursor = 0;
            Frames.Release(table);
        }

        if ((entry.Bits & user) == user && FrameTable.DropReference(entry.Target))
        {
            ReleaseUnreachable(entry.Target, in Machine.Record(entry.Target));
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
