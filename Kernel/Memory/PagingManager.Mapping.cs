using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <content>Putting pages where nothing was.</content>
public partial struct PagingManager
{
    private const PageRights UserRights = PageRights.Write | PageRights.Execute;

    /// <summary>
    /// Pages of zeros, which come when they are touched; they are charged at once. The rights are those to come, too.
    /// </summary>
    public PagingError Map(ref AddressSpace space, PageRange range, RegionKind kind, PageRights rights)
    {
        PagingError error = CheckMap(in space, range, kind, rights);
        if (error == PagingError.None)
        {
            FillEmpty(ref space, range, kind, rights);
        }

        return error;
    }

    /// <summary>
    /// A stack: pages that may be written and come when they are touched, but for the lowest, which guards its end and
    /// is charged like the others.
    /// </summary>
    public PagingError MapStack(ref AddressSpace space, PageRange range)
    {
        uint split = (uint)PageChunk.At(range.Start, range.End, EntryWeight.HighestPageLevel).Level - 1;
        PagingError error = CheckMap(in space, range, RegionKind.Stack, PageRights.Write, split);
        if (error == PagingError.None)
        {
            FillEmpty(ref space, range, RegionKind.Stack, PageRights.Write);
            Frame table = Settle(ref space, range.Start, level: 1);
            Machine.WriteEntry(table, Machine.Geometry.IndexOf(range.Start, level: 1), PageEntry.Guard.Bits);
            Conclude();
        }

        return error;
    }

    /// <summary>
    /// A page that is there, of 4 KiB, 2 MiB or 1 GiB as its frame's block is large. The caller's reference becomes the
    /// entry's; where it was not the only one, a writer gets a copy.
    /// </summary>
    public PagingError MapFrame(
        ref AddressSpace space, VirtAddr at, Frame frame, RegionKind kind, PageRights rights)
    {
        ref FrameRecord record = ref Machine.Record(frame);
        if (record.Use != FrameUse.Page)
        {
            FramePanic.Stop(frame, "it was to be mapped, but it begins no page"u8);
        }

        if (record.Order == FrameOrder.One
            && CheckPlace(at, level: 1, kind, rights) == PagingError.None
            && TryMapSmallPage(in space, at, PageEntry.ForUserPage(frame, kind, rights, level: 1), record.References))
        {
            return PagingError.None;
        }

        int level = LevelOf(record.Order);
        PagingError error = level == 0 ? PagingError.NotAligned : CheckPlace(at, level, kind, rights);
        return error != PagingError.None ? error : MapPage(ref space, at, level, frame, kind, rights);
    }

    // The usual: the entry stands in a table that is the space's own, and is empty.
    private bool TryMapSmallPage(in AddressSpace space, VirtAddr at, PageEntry entry, uint references)
    {
        if (!HasRoomForPage(in space) || !TryReachCharging(in space, at, more: 1, out EntrySlot slot))
        {
            return false;
        }

        if (!slot.Entry.IsEmpty)
        {
            AddCharge(in space, at, level: 1, more: -1);
            return false;
        }

        slot.Entry = references == 1 ? entry : entry.Shared;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PagingError CheckPlace(VirtAddr at, int level, RegionKind kind, PageRights rights)
    {
        ulong size = Machine.Geometry.SizeAt(level).Value;
        return (at.Value & (size - 1)) != 0 ? PagingError.NotAligned
            : !PageRange.CanHold(at) || size > (PageRange.UserEnd - at).Value ? PagingError.OutsideUserSpace
            : CheckPage(kind, rights);
    }

    private PagingError MapPage(
        ref AddressSpace space, VirtAddr at, int level, Frame frame, RegionKind kind, PageRights rights)
    {
        SettleCost cost = default;
        bool isOwn = PageWalk.TryReachOwn(space.Root, at, level, out EntrySlot slot);
        if (!isOwn)
        {
            slot = PageWalk.To(space.Root, at, level).Slot;
            cost = SettleCost.Of(space.Root, at, level, known: Machine.Geometry.Levels);
        }

        if (!slot.Entry.IsEmpty)
        {
            return PagingError.AlreadyMapped;
        }

        long weight = EntryWeight.OfWhole(level).Value;
        PagingError error = CheckCharge(space.Charge, space.Quota, weight + cost.Created);
        if (error != PagingError.None)
        {
            return error;
        }

        if (cost.Frames > Frames.Free.Value)
        {
            return TryMakeRoom(cost.Frames)
                ? MapPage(ref space, at, level, frame, kind, rights)
                : PagingError.OutOfMemory;
        }

        if (!isOwn)
        {
            slot = new EntrySlot(Settle(ref space, at, level), Machine.Geometry.IndexOf(at, level));
        }

        PageEntry entry = PageEntry.ForUserPage(frame, kind, rights, level);
        slot.Entry = FrameTable.References(frame) == 1 ? entry : entry.Shared;
        NoteSlots(ref space, level, slot.Index, count: 1);
        AddCharge(in space, at, level, (int)weight);
        Conclude();
        return PagingError.None;
    }

    // Changes nothing; afterwards there are frames for all tables that are needed.
    private PagingError CheckMap(
        in AddressSpace space, PageRange range, RegionKind kind, PageRights rights, uint split = 0)
    {
        PagingError error = CheckPage(kind, rights);
        if (error != PagingError.None)
        {
            return error;
        }

        var tally = new SettleTally();
        ulong weight = 0;
        for (VirtAddr at = range.Start; at < range.End;)
        {
            PageChunk chunk = PageChunk.At(at, range.End, EntryWeight.HighestPageLevel);
            if (!IsEmpty(in space, chunk))
            {
                return PagingError.AlreadyMapped;
            }

            tally.Add(space.Root, at, chunk.Level);
            weight += (ulong)chunk.Count * EntryWeight.OfWhole(chunk.Level).Value;
            at = chunk.End;
        }

        error = CheckCharge(space.Charge, space.Quota, (long)(weight + tally.Created));
        return error != PagingError.None ? error
            : tally.Frames + split <= Frames.Free.Value ? PagingError.None
            : TryMakeRoom(tally.Frames + split) ? CheckMap(in space, range, kind, rights, split)
            : PagingError.OutOfMemory;
    }

    // A number that is none of the kinds would spill over into the bits beside the kind's.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PagingError CheckPage(RegionKind kind, PageRights rights) =>
        kind is < RegionKind.Code or > RegionKind.Anonymous ? PagingError.KindNotSupported : CheckRights(rights);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PagingError CheckRights(PageRights rights) =>
        (rights & ~UserRights) != 0 ? PagingError.RightsNotSupported
        : rights == UserRights ? PagingError.WritableAndExecutable
        : PagingError.None;

    private void FillEmpty(ref AddressSpace space, PageRange range, RegionKind kind, PageRights rights)
    {
        for (VirtAddr at = range.Start; at < range.End;)
        {
            PageChunk chunk = PageChunk.At(at, range.End, EntryWeight.HighestPageLevel);
            Frame table = Settle(ref space, at, chunk.Level);
            ulong bits = PageEntry.Reserved(kind, rights, chunk.Level).Bits;
            for (int step = 0; step < chunk.Count; step++)
            {
                Machine.WriteEntry(table, chunk.Index + step, bits);
            }

            NoteSlots(ref space, chunk.Level, chunk.Index, chunk.Count);
            AddCharge(in space, at, chunk.Level, chunk.Count * (int)EntryWeight.OfWhole(chunk.Level).Value);
            at = chunk.End;
        }

        Conclude();
    }

    private static bool IsEmpty(in AddressSpace space, PageChunk chunk)
    {
        PageWalk walk = PageWalk.To(space.Root, chunk.Address, chunk.Level);
        if (walk.Level > chunk.Level)
        {
            return walk.Entry.IsEmpty;
        }

        ulong any = 0;
        for (int step = 0; step < chunk.Count; step++)
        {
            any |= walk.Slot[step].Entry.Bits;
        }

        return any == 0;
    }

    // Keeps the set of the root's entries up to date; only small machines have pages that stand there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void NoteSlots(ref AddressSpace space, int level, int index, int count)
    {
        if (level == Machine.Geometry.Levels)
        {
            NoteRootSlots(ref space, index, count);
        }
    }

    private static void NoteRootSlots(ref AddressSpace space, int index, int count)
    {
        for (int slot = index; slot < index + count; slot++)
        {
            space.Slots.Set(slot, Machine.ReadEntry(space.Root, slot) != 0);
        }
    }

    // The level at which a block of this size is a page; 0 where there is none.
    private readonly int LevelOf(FrameOrder order)
    {
        for (int level = 1; level <= _highestPageLevel; level++)
        {
            if (EntryWeight.OrderAt(level) == order)
            {
                return level;
            }
        }

        return 0;
    }
}
