using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// One frame behind more entries than the cursor of its record counts, all of which go in one operation: lending holes
/// over them takes them away one by one, because source and target are not aligned alike.
/// </summary>
public class ManyEntriesTests
{
    private const int Entries = ushort.MaxValue + 5;

    [Fact]
    public void APageBehindMoreEntriesThanARecordCountsGoesOnce()
    {
        var scene = new PagingScene(new Geometry(3, 9, 3), frames: 600, quota: PagingScene.Plenty);
        scene.Memory.Capacity = new FrameCount(PagingScene.Plenty);
        scene.Fill(ref scene.A, 1, 1);
        Frame page = scene.Rig.Query(in scene.A, 1).Frame;

        // Twice as many each time, and never as far away as a table is long: so that no tables are shared.
        int count = 1;
        while (count < Entries)
        {
            int more = count % scene.Rig.Geometry.EntriesPerTable == 0 ? 1 : System.Math.Min(count, Entries - count);
            Assert.Equal(PagingError.None, scene.Lend(ref scene.A, 1, more, ref scene.A, 1 + count));
            count += more;
        }

        Assert.Equal((uint)Entries, FrameTable.References(page));
        scene.B = scene.Rig.Create();
        Assert.Equal(PagingError.None, scene.Lend(ref scene.B, 2, Entries, ref scene.A, 1));
        scene.Rig.ReapAll();
        Assert.Equal(1U, scene.A.Charge.Value);
        Assert.Equal(scene.Rig.UsedAtStart.Value + 2, scene.Memory.Frames.Used.Value);
        scene.AssertSound();
    }
}
