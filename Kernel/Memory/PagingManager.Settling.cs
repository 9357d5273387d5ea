using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <content>
/// Settling: making the tables on the way to an address a space's own. Frames were counted before; nothing fails here.
/// Whether a table has one owner means something only once all tables above it have.
/// </content>
public partial struct PagingManager
{
    // The table at this level on the way to the address; all on the way allow everything and are the space's alone.
    private Frame Settle(ref AddressSpace space, VirtAddr address, int level)
    {
        Geometry geometry = Machine.Geometry;
        Frame table = space.Root;
        for (int at = geometry.Levels; at > level; at--)
        {
            var slot = new EntrySlot(table, geometry.IndexOf(address, at));
            PageEntry entry = slot.Entry;
            table = entry.IsOpenTable ? entry.Target : Open(ref space, address, at, slot);
        }

        return table;
    }

    // The child at an entry of a table that is the space's own, opened.
    private Frame Open(ref AddressSpace space, VirtAddr address, int at, EntrySlot slot)
    {
        PageEntry entry = slot.Entry;
        if (entry.IsEmpty)
        {
            return CreateTable(ref space, address, at, slot);
        }

        if (!entry.IsTable(at))
        {
            Frame pieces = MakeTableOfPieces(entry, at);
            slot.Entry = PageEntry.ForUserTable(pieces);
            return pieces;
        }

        Frame child = entry.Target;
        bool isShared = FrameTable.References(child) > 1;
        if (isShared)
        {
            child = CopyTable(child, at - 1);
        }

        PushDown(child, at - 1, entry.Rights);
        slot.Entry = PageEntry.ForUserTable(child);
        if (isShared)
        {
            NotePath(ref space, address);
            Displace(entry.Target);
        }

        return child;
    }

    private Frame CreateTable(ref AddressSpace space, VirtAddr address, int at, EntrySlot slot)
    {
        Frame child = TakeTable();
        slot.Entry = PageEntry.ForUserTable(child);
        AddCharge(in space, address, at, 1);
        if (at == Machine.Geometry.Levels)
        {
            space.Slots.Set(Machine.Geometry.IndexOf(address, at), isIn: true);
        }

        return child;
    }

    // A table for smaller pages instead of a larger one, or for the same pages to come.
    private Frame MakeTableOfPieces(PageEntry entry, int at)
    {
        FrameOrder pieces = EntryWeight.OrderAt(at - 1);
        if (entry.IsPresent && Machine.Record(entry.Target).Order > pieces)
        {
            SplitBlock(entry.Target, pieces);
        }

        Frame table = TakeFrame(FrameUse.Table);
        for (int index = 0; index < Machine.Geometry.EntriesPerTable; index++)
        {
            var offset = new FrameCount((uint)index << pieces.Exponent);
            Machine.WriteEntry(table, index, entry.Part(at - 1, entry.Target + offset).Bits);
        }

        Machine.Record(table).Weight = EntryWeight.OfWhole(at);
        return table;
    }

    // Another table with the same entries: whatever they point at has one owner more.
    private Frame CopyTable(Frame source, int level)
    {
        Frame copy = TakeTable();
        FrameCount weight = Machine.Record(source).Weight;
        var from = new EntrySlot(source, 0);
        var to = new EntrySlot(copy, 0);
        if (level == 1)
        {
            SharePagesOfTable(from, to);
        }
        else
        {
            ShareTables(from, to, level, weight - EntryWeight.OfTable);
        }

        Machine.Record(copy).Weight = weight;
        return copy;
    }

    // Takes from the entries of a table the rights that the entry above it withholds, so that it need not any more. An
    // entry for a table that forbids execution is not open, though nobody else may have the table: whoever edits below
    // is to push that down, too. Nothing could be written through the entry above, so there is nothing to forget.
    private static void PushDown(Frame table, int level, PageRights allowed)
    {
        if (allowed == (PageRights.Write | PageRights.Execute))
        {
            return;
        }

        var within = new RightsMask(allowed);
        for (int index = 0; index < Machine.Geometry.EntriesPerTable; index++)
        {
            var slot = new EntrySlot(table, index);
            PageEntry entry = slot.Entry.Within(within);
            if (entry.IsTable(level))
            {
                entry = entry.Shared;
            }

            slot.Entry = entry;
        }
    }

    private Frame TakeFrame(FrameUse use)
    {
        if (!Frames.TryTake(use, out Frame frame))
        {
            Machine.Panic("an operation on an address space needs more frames than it counted"u8);
        }

        return frame;
    }

    // A table of nothing, which weighs itself.
    private Frame TakeTable()
    {
        if (!Frames.TryTakeZeroed(FrameUse.Table, out Frame table))
        {
            Machine.Panic("an operation on an address space needs more tables than it counted"u8);
        }

        Machine.Record(table).Weight = new FrameCount(1);
        return table;
    }
}
