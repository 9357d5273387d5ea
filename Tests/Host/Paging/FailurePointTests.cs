using System.Collections.Generic;
using System.Linq;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// Every operation, with every number of free frames and every quota that does not suffice: it is refused, and not one
/// bit has changed; with the first that suffices it succeeds.
/// </summary>
public class FailurePointTests
{
    public static TheoryData<string> Points => [.. FailurePoints.All.Select(static point => point.Name)];

    [Theory]
    [MemberData(nameof(Points))]
    public void TooFewFramesChangeNothing(string name)
    {
        FailurePoint point = Find(name);
        for (uint free = 0; free < point.Frames; free++)
        {
            PagingScene scene = Built(point);
            List<Frame> taken = scene.Rig.LeaveFree(free);
            AssertRefused(scene, point, PagingError.OutOfMemory, $"with {free} free frames");
            Finish(scene, taken);
        }
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void JustEnoughFramesSuffice(string name)
    {
        FailurePoint point = Find(name);
        PagingScene scene = Built(point);
        List<Frame> taken = scene.Rig.LeaveFree(point.Frames);
        Assert.Equal(PagingError.None, point.Do(scene));
        Finish(scene, taken);
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void TooSmallAQuotaChangesNothing(string name)
    {
        FailurePoint point = Find(name);
        uint charge = Built(point).A.Charge.Value;
        for (uint more = 0; more < point.Charge; more++)
        {
            PagingScene scene = Built(point, charge + more);
            AssertRefused(scene, point, PagingError.QuotaExceeded, $"with a quota for {more} more");
        }

        PagingScene enough = Built(point, charge + point.Charge);
        Assert.Equal(PagingError.None, point.Do(enough));
        Finish(enough, []);
        AssertCharge(point, charge, enough.A.Charge.Value);
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void TooLittleCapacityChangesNothing(string name)
    {
        FailurePoint point = Find(name);
        for (uint more = 0; more <= point.Charge; more++)
        {
            PagingScene scene = Built(point);
            scene.Memory.Capacity = scene.Memory.Charged + new FrameCount(more);
            if (more < point.Charge)
            {
                AssertRefused(scene, point, PagingError.OutOfMemory, $"with a capacity for {more} more");
                continue;
            }

            Assert.Equal(PagingError.None, point.Do(scene));
            Finish(scene, []);
        }
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void DeadTablesAreTakenApartBeforeMemoryIsRefused(string name)
    {
        FailurePoint point = Find(name);
        for (int pages = 0; pages <= 4; pages++)
        {
            PagingScene scene = Built(point);
            uint freed = Die(scene, pages);
            List<Frame> taken = scene.Rig.LeaveFree(0);
            PagingError error = point.Do(scene);
            Assert.Equal(freed < point.Frames ? PagingError.OutOfMemory : PagingError.None, error);
            Assert.True(error == PagingError.None || !scene.Memory.HasDying, "dead tables were left");
            Finish(scene, taken);
        }
    }

    // A space with so many pages dies; how many frames that frees in the end.
    private static uint Die(PagingScene scene, int pages)
    {
        scene.D = scene.Rig.Create();
        if (pages > 0)
        {
            scene.Fill(ref scene.D, 5, pages);
        }

        uint freed = scene.D.Charge.Value;
        scene.Memory.Destroy(ref scene.D);
        Assert.True(scene.Memory.HasDying);
        return freed;
    }

    private static void AssertRefused(PagingScene scene, FailurePoint point, PagingError error, string how)
    {
        var before = new PagingSnapshot(scene.Rig, scene.Spaces);
        Assert.Equal(error, point.Do(scene));
        before.AssertUnchanged(scene.Spaces, $"{point.Name} {how}");
    }

    private static void AssertCharge(FailurePoint point, uint before, uint after)
    {
        // What takes away is charged less, by whatever that was.
        if (point.Charge > 0)
        {
            Assert.Equal(before + point.Charge, after);
        }
        else
        {
            Assert.True(after <= before);
        }
    }

    private static PagingScene Built(FailurePoint point, uint quota = PagingScene.Plenty)
    {
        var scene = new PagingScene(PagingScene.Small, quota: quota);
        point.Build(scene);
        scene.Rig.ReapAll();
        return scene;
    }

    // What the test itself holds is given back first: all frames are the spaces' then.
    private static void Finish(PagingScene scene, List<Frame> taken)
    {
        scene.Rig.GiveBack(taken);
        if (scene.Taken != Frame.None)
        {
            scene.Memory.Frames.ReleaseReference(scene.Taken);
        }

        scene.AssertSound();
    }

    private static FailurePoint Find(string name) => FailurePoints.All.Single(point => point.Name == name);
}
