using System.Linq;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>Translations and entries where other kernels went wrong.</summary>
public class TranslationBugTests
{
    // CVE-2018-18281 (Linux eb66ae03): a page was moved and freed while its old translation was still there.
    [Fact]
    public void AFrameThatMovedAndWasFreedIsForgottenEverywhere()
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.Fill(ref scene.A, 5, 3);
        var watch = new FreedFrameWatch(scene.Rig);
        Assert.Equal(PagingError.None, scene.Lend(ref scene.A, 5, 3, ref scene.A, 21));
        Assert.Equal(PagingError.None, scene.Unmap(ref scene.A, 5, 3));
        scene.Rig.AssertNoHarm();
        Assert.Equal(FaultOutcome.MadeWritable, scene.Write(ref scene.A, 21, 1));
        Assert.Equal(PagingError.None, scene.Unmap(ref scene.A, 16, 16));
        scene.Rig.ReapAll();
        Assert.Null(watch.FindHeld());
        scene.AssertSound();
    }

    // XSA-286: an entry of an upper table changed, and what lay below it was not flushed.
    [Theory]
    [InlineData(4)]
    [InlineData(16)]
    [InlineData(64)]
    public void EverythingBelowAnUpperEntryThatWentIsForgotten(int pages)
    {
        var scene = new PagingScene(new Geometry(5, 2, 3), frames: 300);
        scene.Fill(ref scene.A, pages, pages);
        var watch = new FreedFrameWatch(scene.Rig);
        Assert.Equal(PagingError.None, scene.Unmap(ref scene.A, pages, pages));
        scene.Rig.ReapAll();
        Assert.Null(watch.FindHeld());
        Assert.All(
            Enumerable.Range(pages, pages),
            page => Assert.Equal(FaultOutcome.NotMapped, scene.Touch(ref scene.A, page)));
        scene.AssertSound();
    }

    // A page made of small ones goes with one INVLPG, and that drops none of those: they must have gone before.
    [Fact]
    public void TheSmallPagesOfAMergedPageAreForgotten()
    {
        var scene = new PagingScene(PagingScene.Small);
        Assert.Equal(PagingError.None, scene.MapBlock(ref scene.A, 4, level: 2));
        Assert.Equal(PagingError.None, scene.Protect(ref scene.A, 5, 1, PageRights.Read));
        Assert.Equal(PagingError.None, scene.Protect(ref scene.A, 5, 1, PageRights.Write));
        Assert.Equal(FaultOutcome.MadeWritable, scene.Write(ref scene.A, 5, 1));
        Assert.Equal(PagingError.None, scene.Memory.Merge(ref scene.A, scene.Rig.PageAt(4), level: 2));
        int before = scene.Rig.Mmu.PageInvalidations;
        Assert.Equal(PagingError.None, scene.Unmap(ref scene.A, 4, 4));
        Assert.Equal(before + 1, scene.Rig.Mmu.PageInvalidations);
        scene.AssertSound();
    }

    // XSA-148: flags of a caller's choice made an entry for a large page, of frames that were not the caller's.
    [Fact]
    public void NoRightsOrKindMakeALargePageOfASmallOne()
    {
        for (int rights = 0; rights < 16; rights++)
        {
            for (int kind = 0; kind < 256; kind++)
            {
                AssertSmall((RegionKind)kind, (PageRights)rights);
            }
        }
    }

    // CVE-2017-1000364 (Stack Clash): a stack must not grow past its guard, and a jump past that lands on nothing.
    [Fact]
    public void AStackNeverGrowsBeyondItsRange()
    {
        var scene = new PagingScene(PagingScene.Small);
        Assert.Equal(PagingError.None, scene.Memory.MapStack(ref scene.A, scene.Rig.Range(20, 4)));
        Assert.Equal(FaultOutcome.StackOverflow, scene.Write(ref scene.A, 20, 1));
        Assert.Equal(FaultOutcome.StackGrown, scene.Write(ref scene.A, 21, 1));
        Assert.All(
            Enumerable.Range(1, 19), page => Assert.Equal(FaultOutcome.NotMapped, scene.Write(ref scene.A, page, 1)));
        Assert.Equal(FaultOutcome.NotMapped, scene.Write(ref scene.A, 24, 1));
        Assert.Equal(
            PagingError.NotMapped,
            scene.Memory.Protect(ref scene.A, scene.Rig.Range(20, 1), PageRights.Write));
    }

    private static void AssertSmall(RegionKind kind, PageRights rights)
    {
        var scene = new PagingScene(PagingScene.Small, frames: 20);
        PagingError expected = kind is < RegionKind.Code or > RegionKind.Anonymous ? PagingError.KindNotSupported
            : (rights & ~(PageRights.Write | PageRights.Execute)) != 0 ? PagingError.RightsNotSupported
            : rights == (PageRights.Write | PageRights.Execute) ? PagingError.WritableAndExecutable
            : PagingError.None;
        Frame frame = scene.TakeBlock(5, level: 1);
        Assert.Equal(expected, scene.Memory.MapFrame(ref scene.A, scene.Rig.PageAt(5), frame, kind, rights));
        Assert.Equal(expected, scene.Memory.Map(ref scene.A, scene.Rig.Range(6, 1), kind, rights));
        PageInfo info = scene.Rig.Query(in scene.A, 5);
        if (expected == PagingError.None)
        {
            Assert.Equal(scene.Rig.Pages(1), info.Size);
            Assert.Equal((frame, kind, rights), (info.Frame, info.Kind, info.Rights));
        }
        else
        {
            Assert.Equal(PageState.Unmapped, info.State);
            scene.Memory.Frames.ReleaseReference(frame);
        }

        scene.AssertSound();
    }
}
