using System;
using System.Linq;
using FsCheck.Fluent;
using Kernel.Machines;
using Kernel.Simulation;
using Kernel.Tests.Host.Text;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Simulation;

/// <summary>The walker against the walk on paper, through random tables full of every oddity.</summary>
public sealed class PageWalkTests
{
    private const int Tables = 50_000;
    private const int Frames = 6;

    private static readonly Geometry[] s_geometries =
    [
        new(2, 1, 4), new(2, 3, 0), new(3, 1, 4), new(3, 2, 5), new(4, 1, 4), new(4, 2, 5), new(4, 9, 12), new(5, 1, 4),
        new(5, 9, 12),
    ];

    [Fact]
    public void AgreesWithTheWalkOnPaper()
    {
        int translated = 0;
        int reserved = 0;
        Property.Holds(Gen.Choose(0, int.MaxValue), seed => Compare(seed, ref translated, ref reserved), Tables);

        // The tables were not all alike.
        Assert.InRange(translated, Tables / 10, Tables * 3);
        Assert.InRange(reserved, Tables / 20, Tables * 3);
    }

    private static void Compare(int seed, ref int translated, ref int reserved)
    {
        var random = new Random(seed);
        Geometry geometry = s_geometries[random.Next(s_geometries.Length)];
        PagingControls controls = RandomControls(random);
        var memory = new SimPhysical(geometry, Frames);
        ulong address = (ulong)random.NextInt64(long.MinValue, long.MaxValue);
        VirtAddr canonical = geometry.Canonical(new VirtAddr(address));
        Fill(memory, random, canonical);
        var mmu = new SimMmu(memory, controls, SimPhysical.FrameAt(0)) { AlignmentCheck = random.Next(2) == 0 };
        var naive = new NaiveWalk(geometry, controls, (frame, index) =>
            memory.ReadEntry(new PhysAddr(frame << 12), (int)index));

        foreach (AccessKind kind in Enum.GetValues<AccessKind>())
        {
            Ring ring = random.Next(2) == 0 ? Ring.Kernel : Ring.User;
            (bool isFault, ulong value) = naive.Run(0, canonical.Value, kind, ring, mmu.AlignmentCheck);
            AccessOutcome outcome = mmu.Walk(canonical, kind, ring);
            Assert.Equal(isFault ? OutcomeKind.PageFault : OutcomeKind.Translated, outcome.Kind);
            Assert.Equal(value, isFault ? outcome.Fault.Bits : outcome.Translation.Address.Value);
            translated += isFault ? 0 : 1;
            reserved += isFault && (value & 8) != 0 ? 1 : 0;
        }
    }

    // Only the entries on the way of this address: in all frames, as any of them may be the table of any level.
    private static void Fill(SimPhysical memory, Random random, VirtAddr address)
    {
        foreach (int index in Enumerable.Range(1, memory.Geometry.Levels)
            .Select(level => memory.Geometry.IndexOf(address, level)).Distinct())
        {
            for (int frame = 0; frame < Frames; frame++)
            {
                memory.WriteEntry(SimPhysical.FrameAt(frame), index, RandomEntry(random));
            }
        }
    }

    private static ulong RandomEntry(Random random)
    {
        ulong entry = TableSpace.Open | ((ulong)random.Next(Frames + 1) << 12) | ((ulong)random.Next(16) << 3 & 0x78);
        entry ^= random.Next(12) == 0 ? TableSpace.Present : 0;
        entry ^= random.Next(6) == 0 ? TableSpace.Writable : 0;
        entry ^= random.Next(6) == 0 ? TableSpace.User : 0;
        entry ^= random.Next(8) == 0 ? TableSpace.NoExecute : 0;
        entry ^= random.Next(6) == 0 ? TableSpace.Large : 0;
        entry ^= random.Next(4) == 0 ? TableSpace.Global : 0;
        entry ^= random.Next(10) == 0 ? 1UL << random.Next(12, 52) : 0;
        entry ^= random.Next(4) == 0 ? 1UL << random.Next(52, 63) : 0;
        return entry;
    }

    private static PagingControls RandomControls(Random random) => new()
    {
        WriteProtect = random.Next(2) == 0,
        NoExecute = random.Next(4) != 0,
        Smep = random.Next(2) == 0,
        Smap = random.Next(2) == 0,
        GlobalPages = random.Next(2) == 0,
        LevelThreePages = random.Next(2) == 0,
        PhysicalBits = random.Next(36, 53),
    };
}
