using System.Linq;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>Which blocks can be pages, where, and what becomes of them.</summary>
public class PageSizeTests
{
    // Levels, bits of an index, and the order of a block; at which level it is a page, 0 where it is none.
    [Theory]
    [InlineData(4, 2, true, 0, 1)]
    [InlineData(4, 2, true, 1, 0)]
    [InlineData(4, 2, true, 2, 2)]
    [InlineData(4, 2, true, 3, 0)]
    [InlineData(4, 2, true, 4, 3)]
    [InlineData(4, 2, true, 6, 0)]
    [InlineData(4, 2, false, 2, 2)]
    [InlineData(4, 2, false, 4, 0)]
    [InlineData(4, 2, false, 6, 0)]
    [InlineData(3, 3, true, 6, 3)]
    [InlineData(3, 3, true, 9, 0)]
    [InlineData(2, 3, true, 3, 2)]
    [InlineData(2, 3, true, 6, 0)]
    public void ABlockIsAPageIfTheProcessorHasSuch(int levels, int bits, bool hasHuge, int order, int level)
    {
        CpuFeatures features = hasHuge ? CpuFeatures.GibibytePages : CpuFeatures.None;
        var scene = new PagingScene(new Geometry(levels, bits, 3), frames: 1200, features);
        var size = new FrameOrder((byte)order);
        Assert.True(scene.Memory.Frames.TryTakeBlock(size, FrameZone.Anywhere, FrameUse.Page, out Frame block));
        int first = 1 << order;
        PagingError error = scene.Memory.MapFrame(
            ref scene.A, scene.Rig.PageAt(first), block, RegionKind.Data, PageRights.Write);
        Assert.Equal(level == 0 ? PagingError.NotAligned : PagingError.None, error);
        if (level == 0)
        {
            scene.Memory.Frames.ReleaseReference(block);
        }
        else
        {
            Assert.Equal(scene.Rig.Geometry.SizeAt(level), scene.Rig.Query(in scene.A, first).Size);
        }

        scene.AssertSound();
    }

    [Theory]
    [InlineData(1, 126, 0, PagingError.None)]
    [InlineData(1, 1, 0, PagingError.None)]
    [InlineData(1, 5, 1, PagingError.NotAligned)]
    [InlineData(1, 127, 0, PagingError.OutsideUserSpace)]
    [InlineData(1, 0, 0, PagingError.OutsideUserSpace)]
    [InlineData(2, 120, 0, PagingError.None)]
    [InlineData(2, 124, 0, PagingError.OutsideUserSpace)]
    [InlineData(2, 6, 0, PagingError.NotAligned)]
    [InlineData(3, 96, 0, PagingError.None)]
    [InlineData(3, 112, 0, PagingError.OutsideUserSpace)]
    [InlineData(3, 20, 0, PagingError.NotAligned)]
    public void APageLiesWhollyInsideAndIsAligned(int level, int page, int bytes, PagingError expected)
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.Fill(ref scene.A, 7, 1);
        Frame block = scene.TakeBlock(page, level);
        VirtAddr at = scene.Rig.PageAt(page) + new ByteCount((ulong)bytes);
        Assert.Equal(
            expected, scene.Memory.MapFrame(ref scene.A, at, block, RegionKind.Data, PageRights.Write));
        if (expected != PagingError.None)
        {
            scene.Memory.Frames.ReleaseReference(block);
        }

        scene.AssertSound();
    }

    // With and without a table of the space's own there: the writer gets a copy, and the other owner keeps the page.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AFrameThatSomebodyElseHasIsCopiedOnWrite(bool hasTable)
    {
        var scene = new PagingScene(PagingScene.Small);
        if (hasTable)
        {
            scene.Fill(ref scene.A, 6, 1);
        }

        Frame page = scene.TakeBlock(5, level: 1);
        FrameTable.AddReference(page);
        Assert.Equal(
            PagingError.None,
            scene.Memory.MapFrame(ref scene.A, scene.Rig.PageAt(5), page, RegionKind.Data, PageRights.Write));
        Assert.Equal(PageState.Present, scene.Rig.Query(in scene.A, 5).State);
        Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.A, 5, 1));
        Assert.Equal(5, scene.Rig.Physical.ReadByte(page.Address));
        Assert.Equal(1U, FrameTable.References(page));
        scene.Memory.Frames.ReleaseReference(page);
        scene.AssertSound();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AFrameThatNobodyElseHasIsWritableAtOnce(bool hasTable)
    {
        var scene = new PagingScene(PagingScene.Small);
        if (hasTable)
        {
            scene.Fill(ref scene.A, 6, 1);
        }

        Assert.Equal(PagingError.None, scene.MapBlock(ref scene.A, 5, level: 1));
        Assert.Equal(PageState.Writable, scene.Rig.Query(in scene.A, 5).State);
    }

    [Fact]
    public void WhatIsNoPageIsNotMapped()
    {
        var scene = new PagingScene(PagingScene.Small);
        Frame table = scene.A.Root;
        SimPanicException panic = Assert.Throws<SimPanicException>(() =>
            scene.Memory.MapFrame(ref scene.A, scene.Rig.PageAt(5), table, RegionKind.Data, PageRights.Read));
        Assert.Equal($"frame {table.Number:x}: it was to be mapped, but it begins no page", panic.Message);
    }

    // No frame is free for the table that pieces would need.
    [Fact]
    public void ALargePageWithoutOtherOwnersStaysInOnePiece()
    {
        var scene = new PagingScene(PagingScene.Small);
        Assert.Equal(PagingError.None, scene.MapBlock(ref scene.A, 4, level: 2));
        scene.Fill(ref scene.A, 8, 1);
        scene.B = scene.Rig.Fork(ref scene.A);
        Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.A, 8, 1));
        scene.End(ref scene.B);
        _ = scene.Rig.LeaveFree(0);
        Assert.Equal(FaultOutcome.MadeWritable, scene.Write(ref scene.A, 5, 1));
        PageInfo info = scene.Rig.Query(in scene.A, 5);
        Assert.Equal((PageState.Writable, scene.Rig.Pages(4)), (info.State, info.Size));
    }

    // A fork copies of each table no more than is there, and never less: wherever in it the only other page stands.
    [Fact]
    public void ACopiedTableHasEveryPage()
    {
        for (int page = 1; page < 64; page++)
        {
            PagingScene scene = InvalidationCase.NewScene();
            scene.Fill(ref scene.A, 64, 1);
            scene.Fill(ref scene.A, 64 + page, 1);
            scene.B = scene.Rig.Fork(ref scene.A);
            Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.B, 64, 1));
            Assert.Equal((byte)(64 + page), scene.Content(in scene.B, 64 + page));
            Assert.Equal(
                [64, 64 + page],
                Enumerable.Range(64, 64).Where(
                    other => scene.Rig.Query(in scene.B, other).State != PageState.Unmapped));
        }
    }
}
