using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <content>What is mapped changes.</content>
internal ref partial struct PagingProgram
{
    private ulong Map(bool isStack)
    {
        PagingError error = _places.Pick(ref _random, out PageRange range);
        error = error != PagingError.None ? error
            : isStack ? Memory.MapStack(ref AnySpace(), range)
            : Memory.Map(ref AnySpace(), range, AnyKind(), AnyRights());
        return Remembered(error, range);
    }

    private ulong MapFrame()
    {
        int size = _random.Below(8);
        var order = new FrameOrder((byte)(size == 0 ? 18 : size < 4 ? 9 : size < 7 ? 0 : _random.Below(12)));
        if (!Memory.Frames.TryTakeBlock(order, FrameZone.Anywhere, FrameUse.Page, out Frame block))
        {
            return Unavailable;
        }

        Machine.PageTable(block.Address)[0] = (ulong)_step;
        bool isTwice = _random.Once(4);
        if (isTwice)
        {
            FrameTable.AddReference(block);
        }

        ulong answer = MapBlock(block, order);
        return isTwice ? answer << 8 | MapBlock(block, order) : answer;
    }

    private ulong MapBlock(Frame block, FrameOrder order)
    {
        ulong size = order.Frames.Bytes.Value;
        ulong at = _places.PickAddress(ref _random).Value;
        at = _random.Once(16) ? at : at & ~(size - 1);
        PagingError error = Memory.MapFrame(ref AnySpace(), new VirtAddr(at), block, AnyKind(), AnyRights());
        if (error != PagingError.None)
        {
            Memory.Frames.ReleaseReference(block);
            return (ulong)error;
        }

        return Remembered(PageRange.Decode(new VirtAddr(at), order.Frames.Bytes, out PageRange range), range);
    }

    private ulong Remembered(PagingError error, PageRange range)
    {
        if (error == PagingError.None)
        {
            _places.Remember(range);
        }

        return (ulong)error;
    }

    private ulong Unmap()
    {
        PagingError error = _places.Pick(ref _random, out PageRange range);
        return (ulong)(error == PagingError.None ? Memory.Unmap(ref AnySpace(), range) : error);
    }

    private ulong Protect()
    {
        ref AddressSpace space = ref AnySpaceWith(out PageRange range, out PagingError error);
        return (ulong)(error == PagingError.None ? Memory.Protect(ref space, range, AnyRights()) : error);
    }

    // What was one page, and has been split and changed since, can be one again once all of it may be done the same to.
    private ulong Merge()
    {
        int level = _random.Below(16) switch
        {
            0 => 1,
            1 => 4,
            < 12 => 2,
            _ => 3,
        };
        VirtAddr at = _places.PickAddress(ref _random);
        at = _random.Once(8) ? at : Machine.Geometry.StartOf(at, level);
        ref AddressSpace space = ref AnySpace();
        if (PageRange.Decode(at, Machine.Geometry.SizeAt(level), out PageRange range) == PagingError.None)
        {
            MakePieces(ref space, range, level);
        }

        return (ulong)Memory.Merge(ref space, at, level);
    }

    // A page in one piece, part of which was something else for a while: the same rights, but many entries.
    private void MakePieces(ref AddressSpace space, PageRange range, int level)
    {
        ByteCount piece = Machine.Geometry.SizeAt(level == 3 ? 2 : 1);
        if (_random.Once(2) && level is 2 or 3 && Memory.Frames.TryTakeBlock(
            EntryWeight.OrderAt(level), FrameZone.Anywhere, FrameUse.Page, out Frame block))
        {
            _ = Memory.Unmap(ref space, range);
            if (Memory.MapFrame(ref space, range.Start, block, RegionKind.Data, PageRights.Write) != PagingError.None)
            {
                Memory.Frames.ReleaseReference(block);
            }
        }

        if (PageRange.Decode(range.Start, piece, out PageRange part) == PagingError.None)
        {
            _ = Memory.Protect(ref space, part, AnyRights());
        }

        _ = Memory.Protect(ref space, range, PageRights.Write);
    }
}
