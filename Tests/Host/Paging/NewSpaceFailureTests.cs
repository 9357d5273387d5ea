using System.Collections.Generic;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// A new space, empty or by fork, that memory, a quota or the capacity does not allow: nothing has changed.
/// </summary>
public class NewSpaceFailureTests
{
    private const uint ForkCharge = 1 + 3 + 2;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WithoutAFreeFrameThereIsNone(bool isFork)
    {
        PagingScene scene = NewScene();
        List<Frame> taken = scene.Rig.LeaveFree(0);
        AssertRefused(scene, isFork, PagingScene.Plenty, PagingError.OutOfMemory);
        scene.Memory.Frames.ReleaseReference(taken[0]);
        Assert.Equal(PagingError.None, Try(scene, isFork, PagingScene.Plenty, out scene.B));
        Assert.Equal(FrameCount.Zero, scene.Memory.Frames.Free);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, ForkCharge)]
    public void AQuotaBelowItsChargeIsRefused(bool isFork, uint charge)
    {
        PagingScene scene = NewScene();
        for (uint quota = 0; quota < charge; quota++)
        {
            AssertRefused(scene, isFork, quota, PagingError.QuotaExceeded);
        }

        Assert.Equal(PagingError.None, Try(scene, isFork, charge, out scene.B));
        Assert.Equal(charge, scene.B.Charge.Value);
        scene.AssertSound();
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, ForkCharge)]
    public void ACapacityBelowAllChargesIsRefused(bool isFork, uint charge)
    {
        PagingScene scene = NewScene();
        for (uint more = 0; more < charge; more++)
        {
            scene.Memory.Capacity = scene.Memory.Charged + new FrameCount(more);
            AssertRefused(scene, isFork, PagingScene.Plenty, PagingError.OutOfMemory);
        }

        scene.Memory.Capacity = scene.Memory.Charged + new FrameCount(charge);
        Assert.Equal(PagingError.None, Try(scene, isFork, PagingScene.Plenty, out scene.B));
        Assert.Equal(scene.Memory.Capacity, scene.Memory.Charged);
        scene.AssertSound();
    }

    private static void AssertRefused(PagingScene scene, bool isFork, uint quota, PagingError error)
    {
        var before = new PagingSnapshot(scene.Rig, scene.Spaces);
        Assert.Equal(error, Try(scene, isFork, quota, out AddressSpace none));
        Assert.False(none.Exists);
        before.AssertUnchanged(scene.Spaces, $"quota {quota}");
    }

    private static PagingError Try(PagingScene scene, bool isFork, uint quota, out AddressSpace space) => isFork
        ? scene.Memory.TryFork(ref scene.A, new FrameCount(quota), out space)
        : scene.Memory.TryCreate(new FrameCount(quota), out space);

    private static PagingScene NewScene()
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.Fill(ref scene.A, 5, 2);
        Assert.Equal(ForkCharge, scene.A.Charge.Value);
        return scene;
    }
}
