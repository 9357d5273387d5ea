using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <content>Page faults: what the tables say about them, and doing it.</content>
public partial struct PagingManager
{
    /// <summary>
    /// Decides about a page fault of a program in this space, and does what makes the access possible where it is
    /// allowed. The tables decide; the error code says what was tried.
    /// </summary>
    public FaultOutcome ResolveFault(ref AddressSpace space, VirtAddr address, PageFaultCode code)
    {
        FaultOutcome outcome = FaultCodes.Judge(code);
        if (outcome != FaultOutcome.Spurious)
        {
            return outcome;
        }

        if (!PageRange.CanHold(address))
        {
            return FaultOutcome.OutsideUserSpace;
        }

        PageWalk walk = PageWalk.To(space.Root, address, level: 1);
        PageEntry entry = walk.Entry;
        if (entry.IsEmpty)
        {
            return FaultOutcome.NotMapped;
        }

        PageRights rights = walk.RightsAbove & entry.Rights;
        return entry.IsGuard ? FaultOutcome.StackOverflow
            : code.IsWrite && (rights & PageRights.Write) == 0 ? FaultOutcome.NotWritable
            : code.IsFetch && (rights & PageRights.Execute) == 0 ? FaultOutcome.NotExecutable
            : !entry.IsPresent ? Fill(ref space, address, in walk)
            : !code.IsWrite || (walk.IsOpenAbove && entry.IsWritable) ? FaultOutcome.Spurious
            : TakeOwnership(ref space, address, in walk);
    }

    // A page to come has come. Nothing was there that the processor could remember.
    private FaultOutcome Fill(ref AddressSpace space, VirtAddr address, ref readonly PageWalk walk)
    {
        uint tables = walk.IsOpenAbove && walk.Level == 1 ? 0 : CountTables(in space, address, level: 1);
        if (!TryEnsureFree(tables + 1) || !Frames.TryTakeZeroed(FrameUse.Page, out Frame page))
        {
            return FaultOutcome.OutOfMemory;
        }

        EntrySlot slot = FindOwnSlot(ref space, address, level: 1, in walk);
        PageEntry entry = slot.Entry;
        slot.Entry = entry.Filled(page);
        Conclude();
        return entry.Kind == RegionKind.Stack ? FaultOutcome.StackGrown : FaultOutcome.DemandZero;
    }

    // A write is allowed, but a table or the page has, or had, other owners.
    private FaultOutcome TakeOwnership(ref AddressSpace space, VirtAddr address, ref readonly PageWalk walk)
    {
        Frame page = walk.Entry.Target;
        bool isWhole = walk.Level == 1 || Machine.Record(page).Order == EntryWeight.OrderAt(walk.Level);
        uint tables = walk.IsOpenAbove ? 0 : CountTables(in space, address, walk.Level);
        if (tables == 0 && isWhole && FrameTable.References(page) == 1)
        {
            EntrySlot slot = FindOwnSlot(ref space, address, walk.Level, in walk);
            slot.Entry = slot.Entry.Sole;
            return FaultOutcome.MadeWritable;
        }

        return TakeSmallPage(ref space, address, in walk, isSharedAbove: tables != 0);
    }

    // The path becomes the space's own down to the small page, and that is copied if it has other owners then.
    private FaultOutcome TakeSmallPage(
        ref AddressSpace space, VirtAddr address, ref readonly PageWalk walk, bool isSharedAbove)
    {
        uint tables = walk.IsOpenAbove && walk.Level == 1 ? 0 : CountTables(in space, address, level: 1);
        Frame page = SmallPageAt(walk.Entry.Target, address, walk.Level);
        bool isShared = isSharedAbove || FrameTable.References(BlockHolding(page, walk.Level)) > 1;
        if (!TryEnsureFree(isShared ? tables + 1 : tables))
        {
            return FaultOutcome.OutOfMemory;
        }

        EntrySlot slot = FindOwnSlot(ref space, address, level: 1, in walk);
        PageEntry entry = slot.Entry.Sole;
        if (!isShared)
        {
            slot.Entry = entry;
            return FaultOutcome.MadeWritable;
        }

        Frame copy = TakeFrame(FrameUse.Page);
        Machine.CopyPage(copy, page);
        slot.Entry = entry.WithTarget(copy);
        NotePage(in space, address);
        Displace(page);
        Conclude();
        return FaultOutcome.Copied;
    }

    // The entry for the address in a table at this level that is the space's own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private EntrySlot FindOwnSlot(
        ref AddressSpace space, VirtAddr address, int level, ref readonly PageWalk walk)
    {
        if (walk.IsOpenAbove && walk.Level == level)
        {
            return walk.Slot;
        }

        Frame table = Settle(ref space, address, level);
        return new EntrySlot(table, Machine.Geometry.IndexOf(address, level));
    }

    private static uint CountTables(in AddressSpace space, VirtAddr address, int level) =>
        SettleCost.Of(space.Root, address, level, known: Machine.Geometry.Levels).Frames;

    // The frame of a small page inside a page whose entry stands at this level.
    private static Frame SmallPageAt(Frame first, VirtAddr address, int level)
    {
        Geometry geometry = Machine.Geometry;
        uint pages = EntryWeight.OrderAt(level).Frames.Value - 1;
        return first + new FrameCount((uint)(address.Value >> geometry.ShiftAt(1)) & pages);
    }

    // The block that a frame is counted by: that of a page whose entry stands at this level, or a piece of it.
    private static Frame BlockHolding(Frame frame, int level)
    {
        for (int at = level; at > 1; at--)
        {
            FrameOrder order = EntryWeight.OrderAt(at);
            Frame block = new(frame.Number & ~(order.Frames.Value - 1));
            if (Machine.Record(block).Order == order)
            {
                return block;
            }
        }

        return frame;
    }
}
