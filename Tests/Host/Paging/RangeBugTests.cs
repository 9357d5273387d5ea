using System.Linq;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>Ranges where other kernels went wrong.</summary>
public class RangeBugTests
{
    // PhysPuppet (CVE-2023-23536): the size was no multiple of the page, and an entry was left behind after unmap. Here
    // it is no range at all; of those that are, no bit is left.
    [Fact]
    public void UnmappingLeavesNothingBehind()
    {
        for (int first = 1; first < 40; first++)
        {
            for (int count = 1; count < 40; count += 3)
            {
                AssertNothingIsLeft(first, count);
            }
        }
    }

    // Map, unmap and protect of the kernel's half, or across its border, are refused; a frame is not mapped there
    // either, and nothing is lent there.
    [Theory]
    [InlineData(126, 2)]
    [InlineData(127, 1)]
    [InlineData(128, 1)]
    [InlineData(0, 1)]
    [InlineData(255, 1)]
    [InlineData(200, 56)]
    public void TheKernelsHalfAndTheEdgesAreNobodys(int first, int count)
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.Fill(ref scene.A, 1, 2);
        VirtAddr start = scene.Rig.Geometry.Canonical(scene.Rig.PageAt(first));
        Assert.Equal(PagingError.OutsideUserSpace, PageRange.Decode(start, scene.Rig.Pages(count), out _));
        Frame frame = scene.TakeBlock(5, level: 1);
        var before = new PagingSnapshot(scene.Rig, scene.Spaces);
        VirtAddr last = start + scene.Rig.Pages(count - 1);
        Assert.Equal(
            PagingError.OutsideUserSpace,
            scene.Memory.MapFrame(ref scene.A, last, frame, RegionKind.Data, PageRights.Read));
        Assert.Equal(
            PagingError.OutsideUserSpace,
            scene.Memory.Lend(ref scene.A, scene.Rig.Range(1, 2), ref scene.A, last, PageRights.Read));
        before.AssertUnchanged(scene.Spaces, $"page {first}");
        scene.Memory.Frames.ReleaseReference(frame);
        scene.AssertSound();
    }

    // A range that is lent over itself would be read where it was written already.
    [Fact]
    public void OverlappingRangesOfOneSpaceAreRefused()
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.Fill(ref scene.A, 8, 8);
        var before = new PagingSnapshot(scene.Rig, scene.Spaces);
        for (int at = 5; at <= 11; at++)
        {
            Assert.Equal(PagingError.Overlap, scene.Lend(ref scene.A, 8, 4, ref scene.A, at));
        }

        before.AssertUnchanged(scene.Spaces, "overlap");
        Assert.Equal(PagingError.None, scene.Lend(ref scene.A, 8, 4, ref scene.A, 12));
        Assert.Equal(PagingError.None, scene.Lend(ref scene.A, 8, 4, ref scene.A, 4));
        Assert.Equal(
            [8, 9, 10, 11, 8, 9, 10, 11, 8, 9, 10, 11],
            Enumerable.Range(4, 12).Select(page => (int)scene.Content(in scene.A, page)));
        scene.AssertSound();
    }

    private static void AssertNothingIsLeft(int first, int count)
    {
        var scene = new PagingScene(PagingScene.Small);
        FrameCount free = scene.Memory.Frames.Free;
        scene.Rig.Map(ref scene.A, first, count);
        scene.Write(ref scene.A, first, 1);
        scene.Write(ref scene.A, first + count - 1, 1);
        Assert.Equal(PagingError.None, scene.Unmap(ref scene.A, first, count));
        scene.Rig.ReapAll();
        Assert.Equal(free, scene.Memory.Frames.Free);
        Assert.Equal(1U, scene.A.Charge.Value);
        Frame root = scene.A.Root;
        Assert.All(
            Enumerable.Range(0, scene.Rig.Geometry.EntriesPerTable),
            index => Assert.Equal(0UL, scene.Rig.Physical.ReadEntry(root.Address, index)));
        scene.AssertSound();
    }
}
