using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Kernel.Firmware;
using Xunit;

namespace Kernel.Tests.Host.Firmware;

public sealed class MemoryMapTests
{
    private const int SpaceSize = 96;

    [Fact]
    public void TheGreaterKindWinsWhereRegionsOverlap()
    {
        MemoryMap map = Map(
            Samples.Region(0x1000, 0x9000, MemoryKind.Usable),
            Samples.Region(0x3000, 0x5000, MemoryKind.Reserved),
            Samples.Region(0x4000, 0x6000, MemoryKind.AcpiReclaimable));

        Assert.Equal(
            [
                Samples.Region(0x1000, 0x3000, MemoryKind.Usable),
                Samples.Region(0x3000, 0x5000, MemoryKind.Reserved),
                Samples.Region(0x5000, 0x6000, MemoryKind.AcpiReclaimable),
                Samples.Region(0x6000, 0x9000, MemoryKind.Usable),
            ],
            map.Regions.ToArray());
        Assert.Equal(0x5000UL, map.UsableBytes.Value);
        Assert.Equal(0x9000UL, map.UsableEnd.Value);
    }

    [Fact]
    public void NeighboursOfOneKindJoinAndEmptyRegionsVanish()
    {
        MemoryMap map = Map(
            Samples.Region(0x3000, 0x4000, MemoryKind.Usable),
            Samples.Region(0x1000, 0x2000, MemoryKind.Usable),
            Samples.Region(0x8000, 0x8000, MemoryKind.Bad),
            Samples.Region(0x2000, 0x3000, MemoryKind.Usable));

        Assert.Equal([Samples.Region(0x1000, 0x4000, MemoryKind.Usable)], map.Regions.ToArray());
    }

    [Fact]
    public void AnEmptyMapHasNothing()
    {
        MemoryMap map = default;

        Assert.True(map.Regions.IsEmpty);
        Assert.Equal(0UL, map.UsableBytes.Value);
        Assert.Equal(0UL, map.UsableEnd.Value);
    }

    [Fact]
    public void UsableMeansEveryByteAndTouchingMeansAny()
    {
        MemoryMap map = Map(
            Samples.Region(0x1000, 0x3000, MemoryKind.Usable),
            Samples.Region(0x3000, 0x4000, MemoryKind.Reserved));

        Assert.True(map.IsUsable(Samples.Range(0x1000, 0x3000)));
        Assert.False(map.IsUsable(Samples.Range(0x0FFF, 0x2000)));
        Assert.False(map.IsUsable(Samples.Range(0x2000, 0x3001)));
        Assert.False(map.IsUsable(Samples.Range(0x3000, 0x4000)));
        Assert.True(map.TouchesUsable(Samples.Range(0x2FFF, 0x9000)));
        Assert.False(map.TouchesUsable(Samples.Range(0x3000, 0x9000)));
        Assert.False(map.TouchesUsable(Samples.Range(0, 0x1000)));
    }

    [Fact]
    public void AFullMapRefusesOneMoreAndKeepsTheRest()
    {
        MemoryMap map = Map([.. Enumerable.Range(0, MemoryMap.Capacity)
            .Select(static i => Samples.Region((ulong)i * 0x2000, ((ulong)i * 0x2000) + 0x1000, MemoryKind.Reserved))]);

        Assert.False(map.TryAdd(Samples.Region(0x1000_0000, 0x1000_1000, MemoryKind.Reserved)));
        Assert.Equal(MemoryMap.Capacity, map.Regions.Length);
        Assert.True(map.TryAdd(Samples.Region(0, 0x1000, MemoryKind.Bad)));
    }

    [Fact]
    public void PaintingByteByByteGivesTheSameMap()
    {
        Gen<MemoryRegion> region =
            from start in Gen.Choose(0, SpaceSize)
            from end in Gen.Choose(start, SpaceSize)
            from kind in Gen.Elements(Enum.GetValues<MemoryKind>())
            select Samples.Region((ulong)start, (ulong)end, kind);

        Property property = Prop.ForAll(region.ArrayOf().ToArbitrary(), static regions =>
        {
            MemoryMap map = Map(regions);
            Soundness.CheckMap(in map);
            Assert.Equal(Painted(regions), map.Regions.ToArray());
        });

        Fuzz.Run(property, count: 5000);
    }

    private static MemoryMap Map(params MemoryRegion[] regions)
    {
        MemoryMap map = default;
        foreach (MemoryRegion region in regions)
        {
            Assert.True(map.TryAdd(region));
        }

        return map;
    }

    private static List<MemoryRegion> Painted(MemoryRegion[] regions)
    {
        var kinds = new MemoryKind[SpaceSize + 1];
        foreach (MemoryRegion region in regions)
        {
            for (ulong at = region.Range.Start.Value; at < region.Range.End.Value; at++)
            {
                kinds[at] = (MemoryKind)Math.Max((byte)kinds[at], (byte)region.Kind);
            }
        }

        List<MemoryRegion> runs = [];
        int start = 0;
        for (int at = 1; at <= SpaceSize; at++)
        {
            if (kinds[at] != kinds[start])
            {
                runs.Add(Samples.Region((ulong)start, (ulong)at, kinds[start]));
                start = at;
            }
        }

        return [.. runs.Where(static run => run.Kind != default)];
    }
}
