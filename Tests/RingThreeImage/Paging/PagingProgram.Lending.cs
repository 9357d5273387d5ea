using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <content>What one space has comes to another.</content>
internal ref partial struct PagingProgram
{
    private ulong Lend()
    {
        ref AddressSpace source = ref AnySpaceWith(out PageRange from, out PagingError error);
        error = _random.Once(8) ? PagingPlaces.PickLargest(ref _random, out from) : error;
        if (error != PagingError.None)
        {
            return (ulong)error;
        }

        VirtAddr at = _places.PickTarget(ref _random, from);
        at += new ByteCount(_random.Once(32) ? 8UL << (39 * _random.Below(2)) : 0);
        PageRights allowed = _random.Once(2) ? PageRights.Write | PageRights.Execute : AnyRights();
        error = Memory.Lend(ref source, from, ref AnySpace(), at, allowed);
        return error == PagingError.None && _random.Once(4)
            ? Remembered(PageRange.Decode(at, from.Length, out PageRange to), to)
            : (ulong)error;
    }

    private ulong LendOver()
    {
        ref AddressSpace source = ref AnySpaceWith(out VirtAddr from);
        VirtAddr to = _random.Once(2) ? from : _places.PickAddress(ref _random);
        ulong pages = (ulong)_random.Below(6);
        var length = new ByteCount(pages << Frame.Shift);
        ref AddressSpace target = ref AnySpace();
        if (source.Root == target.Root)
        {
            return Unavailable;
        }

        for (ulong page = 0; page < pages; page++)
        {
            var offset = new ByteCount(page << Frame.Shift);
            Bring(ref source, from + offset);
            Bring(ref target, to + offset);
        }

        return Memory.TryLendOver(ref source, from, ref target, to, length) ? 1UL : 0;
    }

    // A page that may be written is there afterwards, where one can be.
    private void Bring(ref AddressSpace space, VirtAddr address)
    {
        if (PageRange.Decode(address, Machine.Geometry.SizeAt(1), out PageRange page) == PagingError.None)
        {
            _ = Memory.Map(ref space, page, RegionKind.Anonymous, PageRights.Write);
        }

        _ = Touch(ref space, address, Write);
    }
}
