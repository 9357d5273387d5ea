using System;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// First the processor forgets, then a frame is free: the wrong order, planted by hand, is found. That the operations
/// keep the right one is in <see cref="InvalidationTests"/>.
/// </summary>
public sealed class ReleaseOrderTests : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => SimMachine.Reset();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AFrameThatIsFreedTooEarlyIsFound(bool isTooEarly)
    {
        PagingScene scene = NewScene();
        Frame page = scene.Rig.Query(in scene.A, 5).Frame;
        var watch = new FreedFrameWatch(scene.Rig);
        HeldReference? held = null;
        SimMachine.Current.BeforeInvalidation = () => held = watch.FindHeld();
        using (scene.Rig.Mmu.Operation("planted"))
        {
            SimMachine.WriteEntry(TableAt(scene, level: 1), 1, 0);
            if (isTooEarly)
            {
                scene.Memory.Frames.ReleaseReference(page);
            }

            SimMachine.InvalidatePage(scene.Rig.PageAt(5));
            if (!isTooEarly)
            {
                scene.Memory.Frames.ReleaseReference(page);
            }
        }

        Assert.Equal(isTooEarly, held is not null);
        Assert.Equal(isTooEarly ? ["planted"] : [], held?.Culprits ?? []);
        Assert.Null(watch.FindHeld());
    }

    [Fact]
    public void ATableThatIsFreedTooEarlyIsFound()
    {
        PagingScene scene = NewScene();
        Frame table = TableAt(scene, level: 1);
        var watch = new FreedFrameWatch(scene.Rig);
        using (scene.Rig.Mmu.Operation("planted"))
        {
            SimMachine.WriteEntry(TableAt(scene, level: 2), 1, 0);
            scene.Memory.Frames.ReleaseReference(table);
        }

        HeldReference held = Assert.IsType<HeldReference>(watch.FindHeld());
        Assert.Equal(table.Address, held.Frame);
        Assert.True(held.IsTable);
        Assert.Equal(["planted"], held.Culprits);
        SimMachine.InvalidatePage(scene.Rig.PageAt(100));
        Assert.Null(watch.FindHeld());
    }

    // Page 5 has the entries 0, 0, 1, 1 from the root down.
    private static Frame TableAt(PagingScene scene, int level)
    {
        Frame table = scene.A.Root;
        for (int at = scene.Rig.Geometry.Levels; at > level; at--)
        {
            int index = scene.Rig.Geometry.IndexOf(scene.Rig.PageAt(5), at);
            table = new PageEntry(SimMachine.ReadEntry(table, index)).Target;
        }

        return table;
    }

    private static PagingScene NewScene()
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.Fill(ref scene.A, 5, 1);
        return scene;
    }
}
