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
        if (!FaultCodes.AreOrdinary(code) || !PageRange.CanHold(address))
        {
            return Refuse(code);
        }

        // The usual: a write, and all tables on the way are the space's own.
        if (!code.IsWrite || !PageWalk.TryReachOwn(space.Root, address, level: 1, out EntrySlot slot))
        {
            return Resolve(ref space, address, code);
        }

        PageEntry entry = slot.Entry;
        return entry.IsCopyOnWrite ? TakePage(ref space, address, slot, entry)
            : entry.MayWrite && !entry.IsPresent ? Fill(ref space, address, slot, entry)
            : Resolve(ref space, address, code);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FaultOutcome Refuse(PageFaultCode code)
    {
        FaultOutcome outcome = FaultCodes.Judge(code);
        return outcome != FaultOutcome.Spurious ? outcome : FaultOutcome.OutsideUserSpace;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private FaultOutcome Resolve(ref AddressSpace space, VirtAddr address, PageFaultCode code)
    {
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
            : !entry.IsPresent ? FillBelow(ref space, address, walk)
            : !code.IsWrite || (walk.IsOpenAbove && entry.IsWritable) ? FaultOutcome.Spurious
            : TakeOwnership(ref space, address, walk);
    }

    // A page to come has come. Nothing was there that the processor could remember; but it may remember tables.
    private FaultOutcome FillBelow(ref AddressSpace space, VirtAddr address, PageWalk walk)
    {
        // A loop, and no call of itself: that would be a jump with arguments on the stack, which no unwinder follows.
        uint tables = CountTablesBelow(in space, address, walk);
        while (tables + 1 > Frames.Free.Value)
        {
            if (!TryMakeRoom(tables + 1))
            {
                return FaultOutcome.OutOfMemory;
            }

            tables = CountTablesBelow(in space, address, walk);
        }

        EntrySlot slot = FindOwnSlot(ref space, address, level: 1, walk);
        FaultOutcome outcome = Fill(ref space, address, slot, slot.Entry);
        Conclude();
        return outcome;
    }

    private static uint CountTablesBelow(in AddressSpace space, VirtAddr address, PageWalk walk) =>
        walk.IsOpenAbove && walk.Level == 1 ? 0 : CountTables(in space, address, level: 1);

    // The entry stands in a table of the space's own.
    private FaultOutcome Fill(ref AddressSpace space, VirtAddr address, EntrySlot slot, PageEntry entry)
    {
        if (!_frames.TryTakeZeroed(FrameUse.Page, out Frame page))
        {
            return HasDying ? FillAfterReaping(ref space, address) : FaultOutcome.OutOfMemory;
        }

        slot.Entry = entry.Filled(page);
        return entry.Kind == RegionKind.Stack ? FaultOutcome.StackGrown : FaultOutcome.DemandZero;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private FaultOutcome FillAfterReaping(ref AddressSpace space, VirtAddr address) =>
        TryMakeRoom(1)
            ? FillBelow(ref space, address, PageWalk.To(space.Root, address, level: 1))
            : FaultOutcome.OutOfMemory;

    // A small page that may be written, once it is the space's alone; its entry stands in a table that is.
    private FaultOutcome TakePage(ref AddressSpace space, VirtAddr address, EntrySlot slot, PageEntry entry)
    {
        Frame page = entry.Target;
        if (FrameTable.References(page) == 1)
        {
            slot.Entry = entry.Sole;
            return FaultOutcome.MadeWritable;
        }

        return CopyPage(ref space, address, slot, entry);
    }

    private FaultOutcome CopyPage(ref AddressSpace space, VirtAddr address, EntrySlot slot, PageEntry entry)
    {
        Frame page = entry.Target;
        if (!_frames.TryTake(FrameUse.Page, out Frame copy))
        {
            if (!TryMakeRoom(1))
            {
                return FaultOutcome.OutOfMemory;
            }

            copy = TakeFrame(FrameUse.Page);
        }

        Machine.CopyPage(copy, page);
        slot.Entry = entry.Sole.WithTarget(copy);
        if (_displaced != Frame.None)
        {
            ReplacePage(ref space, address, page);
            return FaultOutcome.Copied;
        }

        ForgetPage(ref space, address);
        if (FrameTable.DropReference(page))
        {
            _frames.Release(page);
        }

        return FaultOutcome.Copied;
    }

    // Another page is in this one's place. Tables that were replaced with it are waiting for the same INVLPG.
    private void ReplacePage(ref AddressSpace space, VirtAddr address, Frame page)
    {
        if (_displaced == Frame.None)
        {
            ForgetPage(ref space, address);
            _frames.ReleaseReference(page);
        }
        else
        {
            NotePage(ref space, address);
            Displace(page);
            Conclude();
        }
    }

    // A write is allowed, but a table or the page has, or had, other owners.
    private FaultOutcome TakeOwnership(ref AddressSpace space, VirtAddr address, PageWalk walk)
    {
        Frame page = walk.Entry.Target;
        bool isWhole = walk.Level == 1 || Machine.Record(page).Order == EntryWeight.OrderAt(walk.Level);
        uint tables = walk.IsOpenAbove ? 0 : CountTables(in space, address, walk.Level);
        if (tables == 0 && isWhole && FrameTable.References(page) == 1)
        {
            EntrySlot slot = FindOwnSlot(ref space, address, walk.Level, walk);
            slot.Entry = slot.Entry.Sole;
            return FaultOutcome.MadeWritable;
        }

        return TakeSmallPage(ref space, address, walk, isSharedAbove: tables != 0);
    }

    // The path becomes the space's own down to the small page, and that is copied if it has other owners then.
    private FaultOutcome TakeSmallPage(ref AddressSpace space, VirtAddr address, PageWalk walk, bool isSharedAbove)
    {
        uint tables = walk.IsOpenAbove && walk.Level == 1 ? 0 : CountTables(in space, address, level: 1);
        Frame page = SmallPageAt(walk.Entry.Target, address, walk.Level);
        bool isShared = isSharedAbove || FrameTable.References(BlockHolding(page, walk.Level)) > 1;
        uint frames = isShared ? tables + 1 : tables;
        if (frames > Frames.Free.Value)
        {
            return TryMakeRoom(frames) ? TakeOwnership(ref space, address, walk) : FaultOutcome.OutOfMemory;
        }

        EntrySlot slot = FindOwnSlot(ref space, address, level: 1, walk);
        FaultOutcome outcome = TakePage(ref space, address, slot, slot.Entry);
        Conclude();
        return outcome;
    }

    // The entry for the address in a table at this level that is the space's own.
    private EntrySlot FindOwnSlot(ref AddressSpace space, VirtAddr address, int level, PageWalk walk)
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
