using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// A space of 4 GiB on the processor's own tables, of which thousands of pages were touched: fork and destroy take as
/// long as for a small one, and it dies in steps. <see cref="PagingManager.Reap"/> looks at one entry for each unit it
/// is given, or at eight that point at nothing, and gives back at most two frames for it: a page or table, and the
/// table whose last entry that was.
/// </summary>
public class LargeSpaceTests
{
    private const int Runs = 8;
    private const int PagesInARun = 500;
    private const int RunDistance = 1 << 17;
    private const int FirstPage = 1 << 18;
    private const uint Quota = 1 << 24;

    // Eight entries are read, and where they lead to something, one of them once more, and it is written.
    private const ulong AccessesOfALook = 10;

    public static TheoryData<int> Levels => [4, 5];

    [Theory]
    [MemberData(nameof(Levels))]
    public void ForkAndDestroyDoNotDependOnItsSize(int levels)
    {
        PagingScene small = NewScene(levels);
        small.Fill(ref small.A, FirstPage, 1);
        (ulong fork, ulong destroy) = (CostOfFork(small), CostOfDestroy(small));
        PagingScene large = NewScene(levels);
        Fill(large);
        Assert.True(large.A.Charge.Value > 1 << 20, "less than 4 GiB");
        Assert.Equal((fork, destroy), (CostOfFork(large), CostOfDestroy(large)));
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void AWriteAfterAForkCopiesOnlyTheWay(int levels)
    {
        PagingScene scene = NewScene(levels);
        Fill(scene);
        scene.B = scene.Rig.Fork(ref scene.A, Quota);
        FrameCount free = scene.Memory.Frames.Free;
        Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.B, FirstPage + 1, 0x77));
        Assert.Equal((uint)levels, (free - scene.Memory.Frames.Free).Value);
        Assert.Equal(1, scene.Content(in scene.A, FirstPage + 1));
        Assert.Equal(0x77, scene.Content(in scene.B, FirstPage + 1));
        AssertDies(scene, ref scene.B, units: 1000);
        scene.AssertSound();
        AssertDies(scene, ref scene.A, units: 1000);
        Assert.Equal(scene.Rig.UsedAtStart, scene.Memory.Frames.Used);
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(4, 7)]
    [InlineData(4, 64)]
    [InlineData(5, 513)]
    public void ItDiesInSteps(int levels, int units)
    {
        PagingScene scene = NewScene(levels);
        Fill(scene);
        int steps = AssertDies(scene, ref scene.A, units);
        Assert.True(steps > Runs * PagesInARun / units, $"{steps} steps");
        Assert.Equal(scene.Rig.UsedAtStart, scene.Memory.Frames.Used);
        scene.AssertSound();
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void WhatPointsAtNothingIsLookedAtByEights(int levels)
    {
        const int looksAtATable = (512 / 8) - 1 + 8;
        PagingScene scene = NewScene(levels);
        scene.Fill(ref scene.A, FirstPage, 1);
        Assert.Equal(levels * looksAtATable, AssertDies(scene, ref scene.A, units: 1));
    }

    // How many steps it takes until nothing is left.
    private static int AssertDies(PagingScene scene, ref AddressSpace space, int units)
    {
        scene.Memory.Destroy(ref space);
        int steps = 0;
        bool isLeft;
        do
        {
            ulong accesses = SimMachine.Current.EntryAccesses;
            FrameCount free = scene.Memory.Frames.Free;
            isLeft = scene.Memory.Reap(units);
            Assert.InRange(SimMachine.Current.EntryAccesses - accesses, 1UL, AccessesOfALook * (ulong)units);
            Assert.InRange((scene.Memory.Frames.Free - free).Value, 0U, 2 * (uint)units);
            steps++;
        }
        while (isLeft);

        return steps;
    }

    private static ulong CostOfFork(PagingScene scene)
    {
        ulong before = SimMachine.Current.EntryAccesses;
        scene.B = scene.Rig.Fork(ref scene.A, Quota);
        return SimMachine.Current.EntryAccesses - before;
    }

    private static ulong CostOfDestroy(PagingScene scene)
    {
        ulong before = SimMachine.Current.EntryAccesses;
        scene.Memory.Destroy(ref scene.B);
        scene.Memory.Destroy(ref scene.A);
        return SimMachine.Current.EntryAccesses - before;
    }

    // Runs of pages 512 MiB apart, each in a reservation of as much, below one entry of the root: fork copies each of
    // those that is used, and they are 256 at most.
    private static void Fill(PagingScene scene)
    {
        for (int run = 0; run < Runs; run++)
        {
            int first = FirstPage + (run * RunDistance);
            scene.Rig.Map(ref scene.A, first, RunDistance);
            for (int page = first; page < first + PagesInARun; page++)
            {
                Assert.Equal(FaultOutcome.DemandZero, scene.Write(ref scene.A, page, (byte)page));
            }
        }
    }

    // More is reserved than there is memory: only the capacity knows.
    private static PagingScene NewScene(int levels)
    {
        var scene = new PagingScene(new Geometry(levels, 9, 12), frames: 6000, quota: Quota);
        scene.Memory.Capacity = new FrameCount(Quota);
        return scene;
    }
}
