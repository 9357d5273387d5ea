using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>One larger page instead of many: when it is made, and that nothing changes where it is not.</summary>
public class MergeTests
{
    private static readonly Dictionary<string, Action<PagingScene>> s_obstacles = new()
    {
        ["nothing there"] = static scene => Succeed(scene.Unmap(ref scene.A, 20, 4)),
        ["one page missing"] = static scene => Succeed(scene.Unmap(ref scene.A, 22, 1)),
        ["the first page missing"] = static scene => Succeed(scene.Unmap(ref scene.A, 20, 1)),
        ["one page to come"] = static scene =>
        {
            Succeed(scene.Unmap(ref scene.A, 23, 1));
            scene.Rig.Map(ref scene.A, 23, 1, PageRights.Write, RegionKind.Data);
        },
        ["one page with other rights"] = static scene => Succeed(scene.Protect(ref scene.A, 21, 1, PageRights.Read)),
        ["one page of another kind"] = static scene =>
        {
            Frame page = scene.Rig.Query(in scene.A, 21).Frame;
            FrameTable.AddReference(page);
            Succeed(scene.Unmap(ref scene.A, 21, 1));
            Succeed(scene.Memory.MapFrame(
                ref scene.A, scene.Rig.PageAt(21), page, RegionKind.Anonymous, PageRights.Write));
        },
        ["one page of another block"] = static scene =>
        {
            Succeed(scene.Unmap(ref scene.A, 23, 1));
            Succeed(scene.MapBlock(ref scene.A, 23, level: 1));
        },
        ["two pages the other way round"] = static scene =>
        {
            Succeed(scene.Lend(ref scene.A, 20, 1, ref scene.A, 1));
            Succeed(scene.Lend(ref scene.A, 21, 1, ref scene.A, 20));
            Succeed(scene.Lend(ref scene.A, 1, 1, ref scene.A, 21));
            Succeed(scene.Unmap(ref scene.A, 1, 1));
        },
        ["one page lent"] = static scene =>
        {
            scene.B = scene.Rig.Create();
            Succeed(scene.Lend(ref scene.A, 22, 1, ref scene.B, 22));
        },
        ["a table that another space borrowed"] = static scene =>
        {
            scene.B = scene.Rig.Create();
            Succeed(scene.Lend(ref scene.A, 20, 4, ref scene.B, 20));
        },
        ["a table that a fork has, too"] = static scene => scene.B = scene.Rig.Fork(ref scene.A),
    };

    public static TheoryData<string> Obstacles => [.. s_obstacles.Keys];

    [Theory]
    [MemberData(nameof(Obstacles))]
    public void PagesThatAreNotOneAreNotMerged(string obstacle)
    {
        PagingScene scene = InPieces();
        s_obstacles[obstacle](scene);
        AssertRefused(scene, PagingError.NotMergeable, 20, level: 2);
    }

    // At the next level one of the four is still in pieces, or missing, or to come, or lent.
    [Theory]
    [MemberData(nameof(Obstacles))]
    public void LargePagesThatAreNotOneAreNotMerged(string obstacle)
    {
        PagingScene scene = InPieces();
        s_obstacles[obstacle](scene);
        AssertRefused(scene, PagingError.NotMergeable, 16, level: 3);
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(20, 0)]
    [InlineData(20, 4)]
    [InlineData(64, 4)]
    [InlineData(22, 2)]
    [InlineData(20, 3)]
    public void OnlyAlignedPagesOfSizesThatThereAreAreMade(int page, int level) =>
        AssertRefused(InPieces(), PagingError.NotAligned, page, level);

    [Fact]
    public void HugePagesAreMadeOnlyIfTheProcessorHasThem()
    {
        PagingScene scene = InPieces(CpuFeatures.None);
        Succeed(scene.Memory.Merge(ref scene.A, scene.Rig.PageAt(20), level: 2));
        AssertRefused(scene, PagingError.NotAligned, 16, level: 3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(124)]
    [InlineData(128)]
    public void ALargePageLiesWhollyInside(int page) =>
        AssertRefused(InPieces(), PagingError.OutsideUserSpace, page, level: 2);

    // Side by side, but not where a block can begin.
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void PagesOfNoAlignedBlockAreNotMerged(int offset, bool isMerged)
    {
        PagingScene scene = InPieces();
        Frame first = scene.Rig.Query(in scene.A, 16).Frame + new FrameCount((uint)offset);
        Succeed(scene.Protect(ref scene.A, 17, 1, PageRights.Read));
        Succeed(scene.Protect(ref scene.A, 17, 1, PageRights.Write));
        scene.B = scene.Rig.Create();
        for (int page = 0; page < 4; page++)
        {
            Frame frame = first + new FrameCount((uint)page);
            FrameTable.AddReference(frame);
            Succeed(scene.Memory.MapFrame(
                ref scene.B, scene.Rig.PageAt(4 + page), frame, RegionKind.Data, PageRights.Write));
        }

        scene.End(ref scene.A);
        PagingError error = scene.Memory.Merge(ref scene.B, scene.Rig.PageAt(4), level: 2);
        Assert.Equal(isMerged ? PagingError.None : PagingError.NotMergeable, error);
        Assert.Equal(
            Enumerable.Range(16 + offset, 4),
            Enumerable.Range(4, 4).Select(page => (int)scene.Content(in scene.B, page)));
        scene.AssertSound();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SixteenPagesBecomeOneAndKeepTheirContents(bool wasForked)
    {
        PagingScene scene = InPieces();
        if (wasForked)
        {
            scene.B = scene.Rig.Fork(ref scene.A);
            scene.End(ref scene.B);
            Assert.Equal(FaultOutcome.MadeWritable, scene.Write(ref scene.A, 20, 20));
        }

        for (int page = 16; page < 32; page += 4)
        {
            PagingError expected = page == 20 ? PagingError.None : PagingError.NotMergeable;
            Assert.Equal(expected, scene.Memory.Merge(ref scene.A, scene.Rig.PageAt(page), level: 2));
        }

        Succeed(scene.Memory.Merge(ref scene.A, scene.Rig.PageAt(16), level: 3));
        PageInfo info = scene.Rig.Query(in scene.A, 21);
        Assert.Equal((scene.Rig.Pages(16), PageState.Writable), (info.Size, info.State));
        Assert.Equal(
            Enumerable.Range(16, 16), Enumerable.Range(16, 16).Select(page => (int)scene.Content(in scene.A, page)));
        scene.AssertSound();
        scene.End(ref scene.A);
        Assert.Equal(scene.Rig.UsedAtStart, scene.Memory.Frames.Used);
    }

    // A page of 16 at 16, of which 4 at 20 are in single pieces and the others in pieces of 4.
    private static PagingScene InPieces(CpuFeatures features = CpuFeatures.GibibytePages)
    {
        var scene = new PagingScene(PagingScene.Small, features: features);
        for (int page = 16; page < 32 && features == CpuFeatures.None; page += 4)
        {
            Succeed(scene.MapBlock(ref scene.A, page, level: 2));
        }

        if (features != CpuFeatures.None)
        {
            Succeed(scene.MapBlock(ref scene.A, 16, level: 3));
        }

        Succeed(scene.Protect(ref scene.A, 21, 1, PageRights.Read));
        Succeed(scene.Protect(ref scene.A, 21, 1, PageRights.Write));
        Assert.True(scene.Write(ref scene.A, 21, 21) <= FaultOutcome.StackGrown);
        Assert.Equal(scene.Rig.Pages(1), scene.Rig.Query(in scene.A, 20).Size);
        Assert.Equal(scene.Rig.Pages(4), scene.Rig.Query(in scene.A, 16).Size);
        return scene;
    }

    private static void AssertRefused(PagingScene scene, PagingError expected, int page, int level)
    {
        var before = new PagingSnapshot(scene.Rig, scene.Spaces);
        VirtAddr at = scene.Rig.Geometry.Canonical(scene.Rig.PageAt(page));
        Assert.Equal(expected, scene.Memory.Merge(ref scene.A, at, level));
        before.AssertUnchanged(scene.Spaces, "merge");
        scene.AssertSound();
    }

    private static void Succeed(PagingError error) => Assert.Equal(PagingError.None, error);
}
