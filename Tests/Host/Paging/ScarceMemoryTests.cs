using System.Collections.Generic;
using System.Linq;
using Kernel.Memory;
using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// Dead tables are no excuse. While all charges fit into memory no fault runs out of it, even where tables of the dead
/// are in the way: those are taken apart, and then what they shared has one owner fewer, and less is needed than it
/// seemed.
/// </summary>
public class ScarceMemoryTests
{
    public static TheoryData<string> Edits => [.. FailurePoints.Edits.Select(static point => point.Name)];

    [Theory]
    [InlineData(AccessKind.Write, 5, FaultOutcome.MadeWritable)]
    [InlineData(AccessKind.Read, 6, FaultOutcome.DemandZero)]
    [InlineData(AccessKind.Write, 6, FaultOutcome.DemandZero)]
    public void AFaultInTablesSharedWithTheDeadNeedsNoCopies(AccessKind kind, int page, FaultOutcome expected)
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.Fill(ref scene.A, 4, 2);
        scene.Rig.Map(ref scene.A, 6, 1);
        scene.B = scene.Rig.Fork(ref scene.A);
        scene.Memory.Destroy(ref scene.B);

        // Only the root of the dead is not the charged space's; what that is charged for is still to be had.
        List<Frame> taken = scene.Rig.LeaveFree(0);
        Assert.Equal(expected, scene.Fault(ref scene.A, page, kind));
        scene.Rig.GiveBack(taken);
        scene.AssertSound();
    }

    [Fact]
    public void AFaultInALargePageSharedWithTheDeadNeedsNoCopies()
    {
        var scene = new PagingScene(PagingScene.Small);
        Assert.Equal(PagingError.None, scene.MapBlock(ref scene.A, 4, level: 2));
        scene.B = scene.Rig.Fork(ref scene.A);
        scene.Memory.Destroy(ref scene.B);
        List<Frame> taken = scene.Rig.LeaveFree(0);
        Assert.Equal(FaultOutcome.MadeWritable, scene.Fault(ref scene.A, 5, AccessKind.Write));
        scene.Rig.GiveBack(taken);
        scene.AssertSound();
    }

    // Making room for the copy takes the other owner's entry away: the page that was copied has nobody any more.
    [Fact]
    public void APageSharedWithTheDeadIsGivenBackWhereItWasCopied()
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.Fill(ref scene.A, 4, 2);
        scene.B = scene.Rig.Fork(ref scene.A);
        Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.A, 4, 1));
        scene.Memory.Destroy(ref scene.B);
        List<Frame> taken = scene.Rig.LeaveFree(0);
        Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.A, 5, 1));
        scene.Rig.GiveBack(taken);
        scene.Rig.ReapAll();
        scene.AssertSound();
        Assert.Equal(scene.A.Charge.Value + scene.Rig.UsedAtStart.Value, scene.Memory.Frames.Used.Value);
    }

    // The capacity was lowered below what is charged already: what needs no more of it is still done.
    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 1)]
    [InlineData(4, 2)]
    [InlineData(9, 1)]
    public void WhatIsChargedNoMoreThanBeforeIsDoneInAnyCapacity(int page, int count)
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.Fill(ref scene.A, 4, 2);
        scene.B = scene.Rig.Create();
        scene.Fill(ref scene.B, 4, 2);
        scene.Memory.Capacity = new FrameCount(1);
        Assert.Equal(PagingError.None, scene.Lend(ref scene.B, page, count, ref scene.A, 4));
        Assert.Equal(PagingError.OutOfMemory, scene.Lend(ref scene.B, 4, 1, ref scene.A, 6));
        scene.AssertSound();
    }

    // The fork is dead in both; whether its tables were taken apart before makes no difference.
    [Theory]
    [MemberData(nameof(Edits))]
    public void AnEditInTablesSharedWithTheDeadIsRefusedOnlyIfItWouldBeLater(string name)
    {
        FailurePoint point = FailurePoints.Edits.Single(each => each.Name == name);
        PagingScene early = WithDeadFork(point);
        FrameCount free = early.Memory.Frames.Free;
        early.Rig.ReapAll();
        _ = early.Rig.LeaveFree((early.Memory.Frames.Free - free).Value);
        PagingError expected = point.Do(early);
        PagingScene late = WithDeadFork(point);
        _ = late.Rig.LeaveFree(0);
        Assert.Equal(expected, point.Do(late));
    }

    private static PagingScene WithDeadFork(FailurePoint point)
    {
        var scene = new PagingScene(PagingScene.Small);
        point.Build(scene);
        if (scene.B.Exists)
        {
            scene.Memory.Destroy(ref scene.B);
        }

        return scene;
    }
}
