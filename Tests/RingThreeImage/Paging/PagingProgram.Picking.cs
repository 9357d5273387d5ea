using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <content>What is drawn.</content>
internal ref partial struct PagingProgram
{
    private const int Attempts = 4;

    // Every other one is one of those that make the trees.
    private PagingOperation PickOperation() =>
        _spaces == 0 ? PagingOperation.Create
        : _random.Once(2) ? (PagingOperation)_random.Below((int)PagingOperation.Count)
        : _random.Below(8) switch
        {
            0 => PagingOperation.Map,
            1 => PagingOperation.MapFrame,
            < 5 => PagingOperation.Lend,
            _ => PagingOperation.Fault,
        };

    private ref AddressSpace AnySpace() => ref _laboratory.Space(_random.Below(_spaces));

    // A space, and an address where it has something mostly.
    private ref AddressSpace AnySpaceWith(out VirtAddr address)
    {
        ref AddressSpace space = ref AnySpace();
        address = _places.PickAddress(ref _random);
        for (int more = Attempts; more > 0 && IsEmpty(in space, address); more--)
        {
            space = ref AnySpace();
            address = _places.PickAddress(ref _random);
        }

        return ref space;
    }

    // The same with a range, which has something where it begins.
    private ref AddressSpace AnySpaceWith(out PageRange range, out PagingError error)
    {
        ref AddressSpace space = ref AnySpace();
        error = _places.Pick(ref _random, out range);
        for (int more = Attempts; more > 0 && error == PagingError.None && IsEmpty(in space, range.Start); more--)
        {
            space = ref AnySpace();
            error = _places.Pick(ref _random, out range);
        }

        return ref space;
    }

    private static bool IsEmpty(ref readonly AddressSpace space, VirtAddr address) =>
        PagingManager.Query(in space, address).State == PageState.Unmapped;

    private PageRights AnyRights() => _random.Below(16) switch
    {
        < 8 => PageRights.Write,
        < 12 => PageRights.Read,
        < 15 => PageRights.Execute,
        _ => (PageRights)(3 + _random.Below(3)),
    };

    private RegionKind AnyKind() => (RegionKind)(_random.Once(16) ? 5 * _random.Below(2) : 1 + _random.Below(4));
}
