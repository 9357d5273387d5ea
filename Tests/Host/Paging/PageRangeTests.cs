using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// What a program alleges about its memory becomes a range only where every byte of it can be mapped.
/// </summary>
public class PageRangeTests
{
    public static TheoryData<int, int, int> Geometries =>
        new() { { 4, 9, 12 }, { 5, 9, 12 }, { 4, 2, 3 }, { 2, 3, 3 } };

    // xv6: address + size wrapped; Smith (CVE-2023-32434) got at the whole of physical memory that way.
    [Theory]
    [MemberData(nameof(Geometries))]
    public void EveryEdgeIsDecodedAsUnboundedNumbersSay(int levels, int indexBits, int pageBits)
    {
        var geometry = new Geometry(levels, indexBits, pageBits);
        _ = new PagingRig(geometry, frames: 20);
        ulong page = 1UL << pageBits;
        ulong half = 1UL << (geometry.AddressBits - 1);
        int decoded = 0;
        foreach (ulong start in Edges(page, half))
        {
            foreach (ulong length in Edges(page, half).Concat(Edges(page, half).Select(edge => edge - start)))
            {
                PagingError error = PageRange.Decode(new VirtAddr(start), new ByteCount(length), out PageRange range);
                Assert.Equal(Expected(start, length, page, half), error);
                bool isRange = error == PagingError.None;
                Assert.Equal(isRange ? new VirtAddr(start) : default, range.Start);
                Assert.Equal(isRange ? new VirtAddr(start + length) : default, range.End);
                Assert.Equal(isRange ? length : 0, range.Length.Value);
                decoded += isRange ? 1 : 0;
            }
        }

        Assert.True(decoded > 20, $"{decoded} ranges");
    }

    // xv6: the last valid byte, and one past it.
    [Theory]
    [MemberData(nameof(Geometries))]
    public void OnlyAddressesBetweenTheFirstPageAndTheLastCanBeMapped(int levels, int indexBits, int pageBits)
    {
        var geometry = new Geometry(levels, indexBits, pageBits);
        _ = new PagingRig(geometry, frames: 20);
        ulong page = 1UL << pageBits;
        ulong end = (1UL << (geometry.AddressBits - 1)) - page;
        ulong[] inside = [page, page + 1, end - 1, end / 2];
        ulong[] outside = [0, 1, page - 1, end, end + 1, end + page - 1, end + page, 1UL << 63, ulong.MaxValue];
        Assert.All(inside, static address => Assert.True(PageRange.CanHold(new VirtAddr(address))));
        Assert.All(outside, static address => Assert.False(PageRange.CanHold(new VirtAddr(address))));
    }

    [Theory]
    [InlineData(4, 4, 8, 4, false)]
    [InlineData(4, 4, 7, 4, true)]
    [InlineData(8, 4, 4, 4, false)]
    [InlineData(8, 4, 5, 4, true)]
    [InlineData(4, 9, 5, 1, true)]
    [InlineData(5, 1, 4, 9, true)]
    [InlineData(5, 1, 5, 1, true)]
    public void RangesOverlapWhereTheyHaveAPageInCommon(int first, int count, int second, int length, bool overlap)
    {
        var rig = new PagingRig(PagingScene.Small, frames: 20);
        Assert.Equal(overlap, rig.Range(first, count).Overlaps(rig.Range(second, length)));
    }

    private static PagingError Expected(ulong start, ulong length, ulong page, ulong half) =>
        start % page != 0 || length % page != 0 ? PagingError.NotAligned
        : length == 0 ? PagingError.EmptyRange
        : start < page || (BigInteger)start + length > half - page ? PagingError.OutsideUserSpace
        : PagingError.None;

    // Around each place that means something: one page and one byte to either side.
    private static IEnumerable<ulong> Edges(ulong page, ulong half)
    {
        ulong[] places = [0, page, 2 * page, half / 2, half - page, half, 2 * half, 0 - half, 1UL << 63, 1UL << 48];
        ulong[] offsets = [0, 1, page - 1, page, 2 * page, ulong.MaxValue, 0 - page, 0 - (2 * page)];
        return places.SelectMany(place => offsets.Select(offset => place + offset)).Distinct();
    }
}
