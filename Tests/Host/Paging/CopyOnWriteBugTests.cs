using System.Linq;
using Kernel.Memory;
using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// Copy-on-write where other kernels went wrong: whoever was shown a page never changes it for the others.
/// </summary>
public class CopyOnWriteBugTests
{
    private const byte Mine = 0xEE;

    // Dirty COW (CVE-2016-5195): between the copy and the write the copy was thrown away, and the original was back.
    // Huge Dirty COW (CVE-2017-1000405) did the same with a large page.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AWriteResolvedBeforeThePageWasSharedAnewIsResolvedAgain(bool isLarge)
    {
        PagingScene scene = Lent(isLarge, PageRights.Write);
        Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.B, 5, Mine));
        Assert.Equal(PagingError.None, scene.Unmap(ref scene.B, 4, 4));
        Assert.Equal(PagingError.None, scene.Lend(ref scene.A, 4, 4, ref scene.B, 4));
        scene.Memory.Activate(ref scene.B);
        AccessOutcome walk = scene.Rig.Mmu.Walk(scene.Rig.PageAt(5), AccessKind.Write, Ring.User);
        Assert.False(walk.IsTranslated);
        Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.B, 5, Mine));
        Assert.Equal(5, scene.Content(in scene.A, 5));
        Assert.Equal(Mine, scene.Content(in scene.B, 5));
        scene.AssertSound();
    }

    // CVE-2022-2590: a write to a read-only page of shared memory ended in the shared page.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AWriteToASharedReadOnlyPageIsRefused(bool isLarge)
    {
        PagingScene scene = Lent(isLarge, PageRights.Read);
        Assert.Equal(FaultOutcome.NotWritable, scene.Write(ref scene.B, 5, Mine));
        Assert.Equal(PageState.Present, scene.Rig.Query(in scene.B, 5).State);
        Assert.Equal(5, scene.Content(in scene.A, 5));
    }

    // The same page made writable by its borrower: a copy, never the lender's page.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AReadOnlyPageMadeWritableByItsBorrowerIsCopied(bool isLarge)
    {
        PagingScene scene = Lent(isLarge, PageRights.Read);
        Assert.Equal(PagingError.None, scene.Protect(ref scene.B, 4, 4, PageRights.Write));
        Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.B, 5, Mine));
        Assert.Equal(5, scene.Content(in scene.A, 5));
        scene.AssertSound();
    }

    // MacDirtyCow (CVE-2022-46689): the source of a message was replaced in the middle of the send.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhatWasLentStaysWhateverItsSourceDoes(bool isLarge)
    {
        PagingScene scene = Lent(isLarge, PageRights.Write);
        Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.A, 5, Mine));
        Assert.Equal(PagingError.None, scene.Unmap(ref scene.A, 6, 1));
        Assert.Equal(PagingError.None, scene.Protect(ref scene.A, 7, 1, PageRights.Read));
        Assert.Equal([4, 5, 6, 7], Enumerable.Range(4, 4).Select(page => (int)scene.Content(in scene.B, page)));
        Assert.Equal(PageRights.Write, scene.Rig.Query(in scene.B, 7).Rights);
        scene.End(ref scene.A);
        Assert.Equal([4, 5, 6, 7], Enumerable.Range(4, 4).Select(page => (int)scene.Content(in scene.B, page)));
        scene.AssertSound();
    }

    // SerenityOS: after a region was split, one half was not copy-on-write any more.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void BothHalvesOfASplitRegionAreCopiedOnWrite(bool isLarge)
    {
        PagingScene scene = Lent(isLarge, PageRights.Write);
        Assert.Equal(PagingError.None, scene.Unmap(ref scene.B, 5, 1));
        Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.B, 4, Mine));
        Assert.Equal(FaultOutcome.Copied, scene.Write(ref scene.B, 6, Mine));
        Assert.Equal([4, 5, 6, 7], Enumerable.Range(4, 4).Select(page => (int)scene.Content(in scene.A, page)));
        scene.AssertSound();
    }

    // SerenityOS: a region went while a fault in it was being handled; the late answer must not bring a page back.
    [Theory]
    [InlineData(AccessKind.Read)]
    [InlineData(AccessKind.Write)]
    public void AFaultOfAPageThatIsGoneMapsNothing(AccessKind kind)
    {
        PagingScene scene = Lent(isLarge: false, PageRights.Write);
        FrameCount charge = scene.B.Charge;
        Assert.Equal(PagingError.None, scene.Unmap(ref scene.B, 5, 1));
        var code = new PageFaultCode(PagingScene.CodeOf(kind).Bits | 1);
        Assert.Equal(FaultOutcome.NotMapped, scene.Memory.ResolveFault(ref scene.B, scene.Rig.PageAt(5), code));
        Assert.Equal(PageState.Unmapped, scene.Rig.Query(in scene.B, 5).State);
        Assert.Equal(charge.Value - 1, scene.B.Charge.Value);
        scene.AssertSound();
    }

    // Pages 4 to 7 of the first space, each with its number in it, are the second one's, too.
    private static PagingScene Lent(bool isLarge, PageRights allowed)
    {
        var scene = new PagingScene(PagingScene.Small);
        if (isLarge)
        {
            Assert.Equal(PagingError.None, scene.MapBlock(ref scene.A, 4, level: 2));
        }
        else
        {
            scene.Fill(ref scene.A, 4, 4);
        }

        scene.B = scene.Rig.Create();
        Assert.Equal(PagingError.None, scene.Lend(ref scene.A, 4, 4, ref scene.B, 4, allowed));
        return scene;
    }
}
