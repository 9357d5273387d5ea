using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>Frames for the records of tasks and for their handles: who is charged for them, and where there are none.</summary>
public class RecordFrameTests
{
    [Fact]
    public void ARecordIsChargedAsLongAsItIsThere()
    {
        var scene = new PagingScene(PagingScene.Small);
        (FrameCount charged, FrameCount free) = (scene.Memory.Charged, scene.Memory.Frames.Free);
        Assert.Equal(PagingError.None, scene.Memory.TryTakeRecord(out Frame frame));
        Assert.Equal(FrameUse.Task, SimMachine.Record(frame).Use);
        Assert.Equal((charged + new FrameCount(1), free - new FrameCount(1)), (scene.Memory.Charged, scene.Memory.Frames.Free));
        scene.Memory.ReleaseRecord(frame);
        Assert.Equal((charged, free), (scene.Memory.Charged, scene.Memory.Frames.Free));
    }

    [Fact]
    public void AtTheCapacityThereIsNoRecord()
    {
        var scene = new PagingScene(PagingScene.Small);
        FrameCount charged = scene.Memory.Charged;
        scene.Memory.Capacity = charged + new FrameCount(1);
        Assert.Equal(PagingError.None, scene.Memory.TryTakeRecord(out Frame first));
        Assert.Equal(PagingError.OutOfMemory, scene.Memory.TryTakeRecord(out Frame second));
        Assert.Equal(Frame.None, second);
        Assert.Equal(charged + new FrameCount(1), scene.Memory.Charged);
        scene.Memory.ReleaseRecord(first);
        Assert.Equal(PagingError.None, scene.Memory.TryTakeRecord(out _));
    }

    [Fact]
    public void HandlesAreChargedToTheirSpaceUpToItsQuota()
    {
        var scene = new PagingScene(PagingScene.Small);
        (FrameCount charged, FrameCount own) = (scene.Memory.Charged, scene.A.Charge);
        scene.A.Quota = own + new FrameCount(1);
        Assert.Equal(PagingError.None, scene.Memory.TryTakeHandles(ref scene.A, out Frame frame));
        Assert.Equal(FrameUse.Handles, SimMachine.Record(frame).Use);
        Assert.Equal(PagingError.QuotaExceeded, scene.Memory.TryTakeHandles(ref scene.A, out Frame none));
        Assert.Equal(Frame.None, none);
        Assert.Equal(
            (charged + new FrameCount(1), own + new FrameCount(1)), (scene.Memory.Charged, scene.A.Charge));
        FrameCount free = scene.Memory.Frames.Free;
        scene.Memory.ReleaseHandles(ref scene.A, frame);
        Assert.Equal((charged, own), (scene.Memory.Charged, scene.A.Charge));
        Assert.Equal(free + new FrameCount(1), scene.Memory.Frames.Free);
    }

    [Fact]
    public void WhatAForkWasChargedForIsNotChargedAgain()
    {
        var scene = new PagingScene(PagingScene.Small);
        FrameCount charged = scene.Memory.Charged;
        Assert.Equal(PagingError.None, scene.Memory.TryTakeHandles(out Frame frame));
        Assert.Equal((FrameUse.Handles, charged), (SimMachine.Record(frame).Use, scene.Memory.Charged));
    }

    [Fact]
    public void HandlesThatMoveTakeTheirChargeAlong()
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.B = scene.Rig.Create(quota: 10);
        Assert.Equal(PagingError.None, scene.Memory.TryTakeHandles(ref scene.A, out _));
        Assert.Equal(PagingError.None, scene.Memory.TryTakeHandles(ref scene.A, out _));
        (FrameCount charged, FrameCount from, FrameCount to) = (scene.Memory.Charged, scene.A.Charge, scene.B.Charge);
        var moved = new FrameCount(2);
        PagingManager.MoveHandles(ref scene.A, ref scene.B, moved);
        Assert.Equal(
            (charged, from - moved, to + moved), (scene.Memory.Charged, scene.A.Charge, scene.B.Charge));
        Assert.Equal(12U, scene.B.Quota.Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WithoutAFreeFrameWhatIsDeadMakesRoom(bool isAnybodyDead)
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.B = scene.Rig.Create();
        scene.Fill(ref scene.B, 4, 8);
        if (isAnybodyDead)
        {
            scene.Memory.Destroy(ref scene.B);
        }

        while (scene.Memory.Frames.TryTake(FrameUse.Kernel, out _))
        {
        }

        (FrameCount charged, FrameCount own) = (scene.Memory.Charged, scene.A.Charge);
        PagingError expected = isAnybodyDead ? PagingError.None : PagingError.OutOfMemory;
        var more = new FrameCount(isAnybodyDead ? 1u : 0);
        Assert.Equal(expected, scene.Memory.TryTakeRecord(out _));
        Assert.Equal(charged + more, scene.Memory.Charged);
        Assert.Equal(expected, scene.Memory.TryTakeHandles(ref scene.A, out _));
        Assert.Equal(own + more, scene.A.Charge);
    }
}
