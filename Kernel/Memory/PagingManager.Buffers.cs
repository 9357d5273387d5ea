using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <content>The memory of programs, as the kernel uses it for them: by its own walk of the tables, never by faulting.</content>
public partial struct PagingManager
{
    /// <summary>
    /// Whether a program may read, or write, each byte of a run itself. An empty run may be anywhere. Changes nothing.
    /// </summary>
    public static bool Allows(ref readonly AddressSpace space, VirtAddr start, ByteCount length, PageRights rights)
    {
        if (length == ByteCount.Zero)
        {
            return true;
        }

        if (!PageRange.CanHold(start) || length > PageRange.UserEnd - start)
        {
            return false;
        }

        VirtAddr end = start + length;
        VirtAddr at = Machine.Geometry.StartOf(start, level: 1);
        while (at < end)
        {
            PageWalk walk = PageWalk.To(space.Root, at, level: 1);
            if ((rights & PageRights.Write) != 0 && (walk.RightsAbove & PageRights.Write) == 0)
            {
                return false;
            }

            int pages = PagesInTable(at, end);
            if (walk.Level == 1 && AreThere(walk.Slot, pages, rights))
            {
                at += PageChunk.StepsAt(level: 1, pages);
                continue;
            }

            at = AllowedUpTo(walk, at, end, rights);
            if (at == default)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The frame of a program's page, once it is there for the kernel to read, or to write, in the program's place.
    /// </summary>
    /// <param name="space">The program's.</param>
    /// <param name="address">An address in the page.</param>
    /// <param name="isWrite">Whether the page is to be the space's alone.</param>
    /// <param name="frame">Its frame; none where the outcome is a refusal.</param>
    /// <returns>Up to <see cref="FaultOutcome.StackGrown"/>: it is there.</returns>
    public FaultOutcome TryReach(ref AddressSpace space, VirtAddr address, bool isWrite, out Frame frame)
    {
        PageCursor none = default;
        return TryReach(ref space, address, isWrite, ref none, out frame);
    }

    /// <summary>The same for page after page: the cursor is nothing at first.</summary>
    internal FaultOutcome TryReach(
        ref AddressSpace space, VirtAddr address, bool isWrite, ref PageCursor cursor, out Frame frame)
    {
        if (cursor.TryNext(isWrite, out frame))
        {
            return FaultOutcome.Spurious;
        }

        // The usual: it is there already. What takes a closer look is in another method.
        if (PageRange.CanHold(address))
        {
            PageWalk walk = PageWalk.To(space.Root, address, level: 1);
            PageEntry entry = walk.Entry;
            if (walk.Level == 1 && (isWrite ? walk.IsOpenAbove && entry.IsWritable : entry.IsPresent))
            {
                cursor.Set(in walk);
                frame = entry.Target;
                return FaultOutcome.Spurious;
            }
        }

        cursor.Clear();
        return TryBring(ref space, address, isWrite, out frame);
    }

    // As if the program had touched it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private FaultOutcome TryBring(ref AddressSpace space, VirtAddr address, bool isWrite, out Frame frame)
    {
        const ulong userRead = 1 << 2;
        const ulong userWrite = userRead | 1 << 1;
        FaultOutcome outcome = ResolveFault(ref space, address, new PageFaultCode(isWrite ? userWrite : userRead));
        if (outcome > FaultOutcome.StackGrown)
        {
            frame = Frame.None;
            return outcome;
        }

        PageWalk walk = PageWalk.To(space.Root, address, level: 1);
        frame = SmallPageAt(walk.Entry.Target, address, walk.Level);
        return outcome;
    }

    // How many pages one table has from an address on, up to the end of a run.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PagesInTable(VirtAddr at, VirtAddr end)
    {
        Geometry geometry = Machine.Geometry;
        ulong left = ((end - at).Value + geometry.SizeAt(1).Value - 1) >> geometry.PageBits;
        int room = geometry.EntriesPerTable - geometry.IndexOf(at, level: 1);
        return left < (ulong)room ? (int)left : room;
    }

    // The usual: all pages are there, and all may be written alike, at once or after a copy.
    private static bool AreThere(EntrySlot first, int pages, PageRights rights)
    {
        ulong all = EntryRun.BitsOfAll(first, pages);
        return (all & PageEntry.Present) != 0
            && ((rights & PageRights.Write) == 0 || new PageEntry(all).MayWrite || MayWriteAll(first, pages));
    }

    private static bool MayWriteAll(EntrySlot first, int count)
    {
        EntrySlot slot = first;
        EntrySlot end = first[count];
        while (slot.IsBefore(end) && slot.Entry.MayWrite)
        {
            slot = slot[1];
        }

        return !slot.IsBefore(end);
    }

    // Goes over the entries of one table; the address behind the last that allows it, or none where one does not.
    private static VirtAddr AllowedUpTo(PageWalk walk, VirtAddr at, VirtAddr end, PageRights rights)
    {
        Geometry geometry = Machine.Geometry;
        ByteCount size = geometry.SizeAt(walk.Level);
        at = geometry.StartOf(at, walk.Level);
        EntrySlot slot = walk.Slot;
        int left = geometry.EntriesPerTable - slot.Index;
        while (left > 0 && at < end)
        {
            PageEntry entry = slot.Entry;
            if (walk.Level > 1 && entry.IsTableAbovePages)
            {
                return at;
            }

            if (entry.IsEmpty || entry.IsGuard || ((rights & PageRights.Write) != 0 && !entry.MayWrite))
            {
                return default;
            }

            slot = slot[1];
            at += size;
            left--;
        }

        return at;
    }
}
