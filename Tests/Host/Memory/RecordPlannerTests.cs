using System.Collections.Generic;
using System.Linq;
using FsCheck.Fluent;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tests.Host.Firmware;
using Kernel.Units;
using Xunit;
using Property = Kernel.Tests.Host.Text.Property;

namespace Kernel.Tests.Host.Memory;

public class RecordPlannerTests
{
    private const ulong KiB = 1UL << 10;
    private const ulong MiB = 1UL << 20;
    private const ulong GiB = 1UL << 30;
    private const ulong FrameSize = 4096;

    [Theory]
    [InlineData(16 * MiB)]
    [InlineData(17 * MiB)]
    [InlineData(128 * MiB)]
    [InlineData((3 * GiB) + (512 * MiB))]
    [InlineData(8 * GiB)]
    [InlineData(64 * GiB)]
    [InlineData(1024 * GiB)]
    [InlineData(15 * 1024 * GiB)]
    public void RecordsCostOneByteOf256(ulong size)
    {
        var memory = new FrameMemory(new BootMemory(Pc(size)), populate: false);
        Assert.True(memory.IsPlanned);
        Assert.Equal(0, SimMachine.Current.RecordPages);
        Assert.Equal(size / 256, memory.Frames.Records.Cost.Value);
        AssertPlan(memory);
    }

    [Fact]
    public void APagesWorthOfRecordsCostsAPage() =>
        Assert.Equal(128 * FrameSize, new FrameMemory(new BootMemory(Pc(128 * MiB))).Frames.Records.Cost.Value);

    [Fact]
    public void ManyRecordsLieWhereLargePagesCanMapThem()
    {
        var memory = new FrameMemory(new BootMemory(Pc(64 * GiB)), populate: false);
        RecordRun run = memory.Frames.Records.All[^1];
        Assert.Equal((run.Described.First.Number / RecordRun.FramesPerPage) % 512, run.Backing.Number % 512);
    }

    [Fact]
    public void HolesOfATebibyteHaveNoRecords()
    {
        var memory = new FrameMemory(
            new BootMemory([.. Pc(64 * MiB), new MapEntry(1024 * GiB, 64 * MiB, MapEntry.Usable)]), populate: true);
        Assert.Equal(128 * FrameSize, memory.Frames.Records.Cost.Value);
        memory.AssertSound();
        Assert.True(memory.Frames.TryTakeBlock(new FrameOrder(13), FrameZone.Anywhere, FrameUse.Page, out Frame high));
        Assert.Equal(1024 * GiB, high.Address.Value);
    }

    [Fact]
    public void WhatNoRecordReachesIsLeftOut()
    {
        const ulong limit = 16UL << 40;
        var memory = new FrameMemory(
            new BootMemory([.. Pc(64 * MiB), new MapEntry(limit - (8 * MiB), 64 * MiB, MapEntry.Usable)]));
        RecordRun last = memory.Frames.Records.All[^1];
        Assert.Equal(Frame.Limit, last.Described.End);
        memory.AssertSound();
    }

    [Fact]
    public void WithoutRoomForRecordsThereIsNoPlan()
    {
        // A module fills all but two frames, and a region of 8 MiB wants eight.
        var boot = new BootMemory(new Multiboot2Builder()
            .MemoryMap(new MapEntry(32 * MiB, 8 * MiB, MapEntry.Usable))
            .Module((uint)(32 * MiB), (uint)((40 * MiB) - (2 * FrameSize)), "large"));
        Assert.False(new FrameMemory(boot, populate: false).IsPlanned);
    }

    [Fact]
    public void RecordsGoToAnotherRegionWhereTheirOwnIsTaken()
    {
        var boot = new BootMemory(new Multiboot2Builder()
            .MemoryMap(
                new MapEntry(32 * MiB, 8 * MiB, MapEntry.Usable), new MapEntry(64 * MiB, 8 * MiB, MapEntry.Usable))
            .Module((uint)(32 * MiB), (uint)((40 * MiB) - (2 * FrameSize)), "large"));
        var memory = new FrameMemory(boot);
        Assert.True(memory.IsPlanned);
        Assert.Equal(new Frame((uint)((72 * MiB / FrameSize) - 8)), memory.Frames.Records.All[0].Backing);
        AssertPlan(memory);
        AssertUses(memory);
    }

    [Fact]
    public void ThePcsFramesAreWhatTheMapSays()
    {
        var memory = new FrameMemory(new BootMemory(MapEntry.Pc128MiB));
        Assert.True(memory.IsPlanned);
        AssertPlan(memory);
        AssertUses(memory);
    }

    [Fact]
    public void EveryFrameOfAnyMapIsWhatTheMapSays()
    {
        Property.Holds(
            RandomMaps.Below(0x80_0000, 0x30_0000),
            entries =>
            {
                var memory = new FrameMemory(new BootMemory(entries));
                if (memory.IsPlanned)
                {
                    AssertPlan(memory);
                    AssertUses(memory);
                }
            },
            runs: 200);
    }

    [Theory]
    [InlineData(128 * MiB)]
    [InlineData(3 * GiB)]
    [InlineData(64 * GiB)]
    public void WithThePageTablesThatMapThemRecordsStillCostLess(ulong size)
    {
        var memory = new FrameMemory(new BootMemory(Pc(size)), populate: false);
        var tables = new KernelTables(new BootFrames(in memory.Info, BootMemory.Image), PageSize.Huge);
        tables.Map(KernelLayout.ImageBase, new PhysRange(new(0), new(FrameSize)), PageRights.Read);
        int before = SimMachine.Current.PageTableFrames.Count;
        foreach (RecordRun run in memory.Frames.Records.All)
        {
            tables.Map(
                run.FirstRecord, new PhysRange(run.Records.First.Address, run.Records.End.Address), PageRights.Write);
        }

        Assert.True(tables.IsComplete);
        ulong mapped = (ulong)(SimMachine.Current.PageTableFrames.Count - before) * FrameSize;
        Assert.InRange(mapped, FrameSize, 16 * FrameSize);
        Assert.InRange((memory.Frames.Records.Cost.Value + mapped) * 1000, 1UL, (size * 4) - 1);
    }

    // What QEMU's pc machine lists: 640 KiB, then from 1 MiB to 3 GiB, then what is left from 4 GiB on.
    private static MapEntry[] Pc(ulong size)
    {
        ulong low = System.Math.Min(size, 3 * GiB);
        var entries = new List<MapEntry>
        {
            new(0, 639 * KiB, MapEntry.Usable),
            new(639 * KiB, KiB, MapEntry.Reserved),
            new(960 * KiB, 64 * KiB, MapEntry.Reserved),
            new(MiB, low - MiB - (128 * KiB), MapEntry.Usable),
            new(low - (128 * KiB), 128 * KiB, MapEntry.Reserved),
        };
        if (size > low)
        {
            entries.Add(new MapEntry(4 * GiB, size - low, MapEntry.Usable));
        }

        return [.. entries];
    }

    // Every run lies in ordinary memory that nobody has, apart from the others; what it costs is in proportion.
    private static void AssertPlan(FrameMemory memory)
    {
        FrameRange[] usable = Usable(memory);
        var runs = memory.Frames.Records.All.ToArray();
        for (int i = 0; i < runs.Length; i++)
        {
            FrameRange records = runs[i].Records;
            Assert.Contains(usable, region => records.First >= region.First && records.End <= region.End);
            Assert.False(memory.InUse.Overlaps(records, out _));
            Assert.All(runs[..i], earlier => Assert.False(earlier.Records.Overlaps(records)));
            Assert.True(i == 0 || runs[i - 1].Described.End <= runs[i].Described.First);
        }

        ulong ordinary = (ulong)usable.Sum(static region => (long)region.Count.Value);
        Assert.InRange(
            memory.Frames.Records.Cost.Value / FrameSize, 0UL, (ordinary / 256) + (2 * (ulong)usable.Length));
    }

    private static void AssertUses(FrameMemory memory)
    {
        memory.AssertSound();
        FrameRange[] usable = Usable(memory);
        SortedSet<uint> free = memory.FreeFrames();
        foreach (RecordRun run in memory.Frames.Records.All)
        {
            for (uint number = run.Described.First.Number; number < run.Described.End.Number; number++)
            {
                var frame = new Frame(number);
                bool isUsable = usable.Any(region => region.Contains(frame));
                bool isTaken = IsTaken(memory, frame);
                Assert.Equal(isUsable && !isTaken, free.Contains(number));
                Assert.True(free.Contains(number)
                    || SimMachine.Record(frame).Equals(Taken(isUsable ? FrameUse.Kernel : FrameUse.Reserved)));
            }
        }
    }

    private static bool IsTaken(FrameMemory memory, Frame frame)
    {
        var alone = new FrameRange(frame, frame + new FrameCount(1));
        return memory.InUse.Overlaps(alone, out _)
            || memory.Frames.Records.All.ToArray().Any(run => run.Records.Contains(frame));
    }

    private static FrameRecord Taken(FrameUse use) =>
        new() { Use = use, References = use == FrameUse.Kernel ? 1U : 0U };

    private static FrameRange[] Usable(FrameMemory memory) => [.. memory.Info.Memory.Regions.ToArray()
        .Where(static region => region.Kind == MemoryKind.Usable)
        .Select(static region => FrameRange.Within(region.Range))];
}
