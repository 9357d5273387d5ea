using System.Runtime.CompilerServices;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>
/// Where the pages of a <see cref="PagingProgram"/> lie: at the edges of tables of every level mostly, and where
/// something was before.
/// </summary>
internal struct PagingPlaces
{
    private const int Remembered = 8;
    private const int RootShift = 39;
    private const ulong PagesInLargest = 1UL << (RootShift - Frame.Shift);

    private Ranges _ranges;
    private int _next;

    /// <summary>A range, which a program may allege: a few are none.</summary>
    internal readonly PagingError Pick(ref Seeded random, out PageRange range)
    {
        PageRange former = _ranges[random.Below(Remembered)];
        bool goesBack = former.Length != ByteCount.Zero && !random.Once(4);
        VirtAddr start = goesBack ? Near(ref random, former) : Address(ref random);
        ByteCount length = goesBack && random.Once(2) ? former.Length : Length(ref random, start);
        length = random.Once(64) ? new ByteCount(length.Value + 8) : length;
        return PageRange.Decode(start, length, out range);
    }

    /// <summary>Something is mapped in a range now.</summary>
    internal void Remember(PageRange range) => _ranges[_next++ % Remembered] = range;

    /// <summary>All that one entry of the root covers.</summary>
    internal static PagingError PickLargest(ref Seeded random, out PageRange range) =>
        PageRange.Decode(new VirtAddr(AnyRootEntry(ref random)), new ByteCount(PagesInLargest << Frame.Shift), out range);

    /// <summary>An address, in what was mapped before mostly.</summary>
    internal readonly VirtAddr PickAddress(ref Seeded random)
    {
        PageRange former = _ranges[random.Below(Remembered)];
        return former.Length == ByteCount.Zero || random.Once(8) ? Address(ref random) : Near(ref random, former);
    }

    /// <summary>An address where a range may be lent to: mostly one as far behind the edges of tables.</summary>
    internal readonly VirtAddr PickTarget(ref Seeded random, PageRange from)
    {
        VirtAddr other = PickAddress(ref random);
        int kept = from.Length.Value >= PagesInLargest << Frame.Shift ? RootShift : random.Below(4) switch
        {
            0 => 12,
            1 => 30,
            _ => 21,
        };
        ulong inside = (1UL << kept) - 1;
        return new VirtAddr((other.Value & ~inside) | (from.Start.Value & inside));
    }

    private static VirtAddr Near(ref Seeded random, PageRange former)
    {
        ulong pages = random.Below(4) switch
        {
            0 or 1 => 0,
            2 => (ulong)random.Below(5),
            _ => (ulong)random.Below(3) << 9,
        };
        VirtAddr near = former.Start + new ByteCount(pages << Frame.Shift);

        // What was lent with a whole entry of the root lies as far behind its beginning.
        ulong behind = near.Value & ((PagesInLargest << Frame.Shift) - 1);
        return random.Once(4) ? new VirtAddr(AnyRootEntry(ref random) | behind) : near;
    }

    private static ulong AnyRootEntry(ref Seeded random) => (1 + (ulong)random.Below(3)) << RootShift;

    // At a multiple of 512 GiB, 1 GiB, 2 MiB or 4 KiB; now and then in the first or the last pages of all.
    private static VirtAddr Address(ref Seeded random)
    {
        if (random.Once(24))
        {
            ulong last = PageRange.UserEnd.Value;
            return new VirtAddr(random.Once(2) ? Edge(ref random) << 12 : last - (Edge(ref random) << 12));
        }

        int alignment = random.Below(8);
        ulong address = (random.Once(3) ? 2UL : 1UL) << RootShift;
        address |= alignment < 1 ? 0 : Edge(ref random) << 30;
        address |= alignment < 3 ? 0 : Edge(ref random) << 21;
        address |= alignment < 5 ? 0 : Edge(ref random) << 12;
        return new VirtAddr(address);
    }

    private static ulong Edge(ref Seeded random) =>
        random.Once(4) ? 510 + (ulong)random.Below(2) : (ulong)random.Below(3);

    private static ByteCount Length(ref Seeded random, VirtAddr start)
    {
        bool mayBeLargest = (start.Value & ((PagesInLargest << Frame.Shift) - 1)) == 0;
        ulong pages = random.Below(10) switch
        {
            0 or 1 or 2 => 1,
            3 or 4 => 1 + (ulong)random.Below(5),
            5 => 500 + (ulong)random.Below(600),
            6 or 7 => (ulong)(1 + random.Below(3)) << 9,
            8 => ((ulong)random.Below(3) << 9) + (ulong)random.Below(4),
            _ => mayBeLargest ? PagesInLargest : (1UL << 18) + (ulong)random.Below(2),
        };
        return new ByteCount(pages << Frame.Shift);
    }

    [InlineArray(Remembered)]
    private struct Ranges
    {
        private PageRange _first;
    }
}
