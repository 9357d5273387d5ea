using System.Collections.Generic;
using System.Linq;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// Memory of programs that the kernel reads and writes for them: it may do what they may, and finds what they would
/// find, page by page and in one run.
/// </summary>
public class BufferTests
{
    private const int Pages = 126;

    public static TheoryData<int> Spaces => [0, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Spaces))]
    public void ARunIsAllowedWhereEachPageIs(int number)
    {
        PagingScene scene = MakeScene(isForked: number == 3);
        ref readonly AddressSpace space = ref scene.Spaces[number];
        bool[] mayRead = [.. Enumerable.Range(0, Pages + 2).Select(page => MayUse(scene, number, page, isWrite: false))];
        bool[] mayWrite = [.. Enumerable.Range(0, Pages + 2).Select(page => MayUse(scene, number, page, isWrite: true))];
        foreach (int count in (int[])[1, 2, 3, 4, 5, 7, 16, 17, 33, 64])
        {
            for (int first = 0; first + count <= Pages + 2; first++)
            {
                // From the second byte of the first page to the last but one of the last.
                VirtAddr start = scene.Rig.PageAt(first) + new ByteCount(1);
                ByteCount length = scene.Rig.Pages(count) - new ByteCount(2);
                Assert.Equal(
                    (first, count, mayRead[first..(first + count)].All(static may => may)),
                    (first, count, PagingManager.Allows(in space, start, length, PageRights.Read)));
                Assert.Equal(
                    (first, count, mayWrite[first..(first + count)].All(static may => may)),
                    (first, count, PagingManager.Allows(in space, start, length, PageRights.Write)));
            }
        }
    }

    // A walk to the pages' table, and a look at each entry of the run and at no other.
    [Theory]
    [InlineData(4, 2, PageRights.Write)]
    [InlineData(8, 4, PageRights.Read)]
    [InlineData(9, 1, PageRights.Read)]
    public void ARunOfOneTableIsLookedAtOnce(int first, int count, PageRights rights)
    {
        const int walk = 3;
        var scene = new PagingScene(PagingScene.Small);
        scene.Fill(ref scene.A, 4, 2);
        scene.Fill(ref scene.A, 8, 4);
        Succeed(scene.Protect(ref scene.A, 8, 4, PageRights.Read));
        ulong before = SimMachine.Current.EntryAccesses;
        Assert.True(PagingManager.Allows(in scene.A, scene.Rig.PageAt(first), scene.Rig.Pages(count), rights));
        Assert.Equal((ulong)(walk + count), SimMachine.Current.EntryAccesses - before);
    }

    [Fact]
    public void ARunMayGoToTheEndOfTheUserHalf()
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.Rig.Map(ref scene.A, Pages, 1);
        VirtAddr start = scene.Rig.PageAt(Pages);
        Assert.Equal(PageRange.UserEnd, start + scene.Rig.Pages(1));
        Assert.True(PagingManager.Allows(in scene.A, start, scene.Rig.Pages(1), PageRights.Write));
        Assert.False(PagingManager.Allows(
            in scene.A, start, scene.Rig.Pages(1) + new ByteCount(1), PageRights.Write));
    }

    [Theory]
    [InlineData(0UL, 1UL, false)]
    [InlineData(0UL, 0UL, true)]
    [InlineData(0xFFFF_8000_0000_0000, 0UL, true)]
    [InlineData(0xFFFF_8000_0000_0000, 1UL, false)]
    [InlineData(8UL, ulong.MaxValue, false)]
    [InlineData(8UL, 0x7FFF_FFFF_FFFFUL, false)]
    [InlineData(ulong.MaxValue, 1UL, false)]
    public void WhatNoProgramCanHaveIsNotAllowed(ulong start, ulong length, bool isAllowed)
    {
        PagingScene scene = MakeScene(isForked: false);
        Assert.Equal(
            isAllowed,
            PagingManager.Allows(in scene.A, new VirtAddr(start), new ByteCount(length), PageRights.Read));
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void PageAfterPageIsReachedAsTheProgramWouldReachIt(int number)
    {
        const int run = 6;
        foreach (int reads in (int[])[0, 1, run])
        {
            for (int first = 0; first < Pages; first++)
            {
                PagingScene scene = MakeScene(isForked: number == 3);
                ref AddressSpace space = ref SpaceOf(scene, number);
                PageCursor cursor = default;
                for (int page = first; page < first + run; page++)
                {
                    bool isWrite = page >= first + reads;
                    bool isAllowed = MayUse(scene, number, page, isWrite);
                    FaultOutcome outcome = scene.Memory.TryReach(
                        ref space, scene.Rig.PageAt(page), isWrite, ref cursor, out Frame frame);
                    Assert.Equal((first, page, isAllowed), (first, page, outcome <= FaultOutcome.StackGrown));
                    AssertReached(scene, ref space, page, isWrite, outcome, frame);
                }
            }
        }
    }

    [Fact]
    public void APageIsReachedByItself()
    {
        PagingScene scene = MakeScene(isForked: true);
        VirtAddr address = scene.Rig.PageAt(7);
        FaultOutcome outcome = scene.Memory.TryReach(ref scene.A, address, isWrite: true, out Frame frame);
        Assert.Equal((FaultOutcome.Copied, scene.Rig.Query(in scene.A, 7).Frame), (outcome, frame));
        outcome = scene.Memory.TryReach(ref scene.A, scene.Rig.PageAt(8), isWrite: true, out frame);
        Assert.Equal((FaultOutcome.NotWritable, Frame.None), (outcome, frame));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheNextPageOfATableTakesNoWalk(bool isWrite)
    {
        const int walk = 4;
        var scene = new PagingScene(PagingScene.Small);
        scene.Fill(ref scene.A, 4, 8);
        if (!isWrite)
        {
            // What can only be read takes none, either.
            scene.B = scene.Rig.Fork(ref scene.A);
        }

        PageCursor cursor = default;
        int page = 4;
        foreach (int most in (int[])[walk, 1, 1, 1, walk, 1, 1, 1])
        {
            ulong before = SimMachine.Current.EntryAccesses;
            _ = scene.Memory.TryReach(ref scene.A, scene.Rig.PageAt(page++), isWrite, ref cursor, out _);
            Assert.Equal((ulong)most, SimMachine.Current.EntryAccesses - before);
        }
    }

    private static void AssertReached(
        PagingScene scene, ref AddressSpace space, int page, bool isWrite, FaultOutcome outcome, Frame frame)
    {
        AccessKind kind = isWrite ? AccessKind.Write : AccessKind.Read;
        if (outcome > FaultOutcome.StackGrown)
        {
            Assert.Equal((outcome, Frame.None), (scene.Fault(ref space, page, kind), frame));
            return;
        }

        Assert.Equal(scene.Rig.Query(in space, page).Frame, frame);
        Assert.Null(scene.Rig.Access(ref space, scene.Rig.PageAt(page), kind, out PhysAddr at));
        Assert.Equal(frame.Address, at);
    }

    private static bool MayUse(PagingScene scene, int number, int page, bool isWrite)
    {
        PageInfo info = scene.Rig.Query(in scene.Spaces[number], page);
        return info.State is not (PageState.Unmapped or PageState.Guard)
            && (!isWrite || (info.Rights & PageRights.Write) != 0);
    }

    private static ref AddressSpace SpaceOf(PagingScene scene, int number)
    {
        switch (number)
        {
            case 0:
                return ref scene.A;
            case 1:
                return ref scene.B;
            case 2:
                return ref scene.C;
            default:
                return ref scene.D;
        }
    }

    // Pages of all kinds side by side: written, to come, read only, shared, large ones, tables that are borrowed with
    // fewer rights, a stack above its guard, holes.
    private static PagingScene MakeScene(bool isForked)
    {
        var scene = new PagingScene(PagingScene.Small, frames: 400);
        scene.Fill(ref scene.A, 1, 3);
        scene.Rig.Map(ref scene.A, 5, 1);
        scene.Rig.Map(ref scene.A, 6, 1, PageRights.Read);
        scene.Fill(ref scene.A, 7, 9);
        Succeed(scene.Protect(ref scene.A, 8, 1, PageRights.Read));
        foreach ((int first, PageRights rights) in
            (IEnumerable<(int, PageRights)>)[(16, PageRights.Write), (20, PageRights.Read), (24, PageRights.Write)])
        {
            Succeed(scene.MapBlock(ref scene.A, first, level: 2, rights));
        }

        scene.Rig.Map(ref scene.A, 28, 24);
        _ = scene.Write(ref scene.A, 30, 1);
        _ = scene.Touch(ref scene.A, 31);
        Succeed(scene.Memory.MapStack(ref scene.A, scene.Rig.Range(54, 6)));
        _ = scene.Write(ref scene.A, 58, 1);
        Succeed(scene.MapBlock(ref scene.A, 64, level: 3));
        scene.B = scene.Rig.Create();
        Succeed(scene.Lend(ref scene.A, 9, 2, ref scene.B, 9));
        Succeed(scene.Lend(ref scene.A, 24, 4, ref scene.B, 28));
        Succeed(scene.Lend(ref scene.A, 28, 16, ref scene.B, 44));
        scene.C = scene.Rig.Create();
        Succeed(scene.Lend(ref scene.A, 12, 4, ref scene.C, 12, PageRights.Read));
        Succeed(scene.Lend(ref scene.A, 64, 16, ref scene.C, 32, PageRights.Read));
        Succeed(scene.Lend(ref scene.A, 1, 3, ref scene.C, 21));
        if (isForked)
        {
            scene.D = scene.Rig.Fork(ref scene.A);
        }

        return scene;
    }

    private static void Succeed(PagingError error) => Assert.Equal(PagingError.None, error);
}
