using System.Linq;
using Kernel.Memory;
using Kernel.Simulation;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// An entry above a table takes away rights of all pages in it: they stay away when the table is edited, and pages and
/// tables side by side all get the rights that are asked for.
/// </summary>
public class WithheldRightsTests
{
    [Theory]
    [InlineData(PageRights.Write, PageRights.Read, false)]
    [InlineData(PageRights.Write, PageRights.Read, true)]
    [InlineData(PageRights.Execute, PageRights.Read, false)]
    [InlineData(PageRights.Execute, PageRights.Write, true)]
    [InlineData(PageRights.Write, PageRights.Execute, true)]
    public void AnEditInABorrowedTableGivesNoneBack(PageRights rights, PageRights allowed, bool isLenderGone)
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.Rig.Map(ref scene.A, 16, 16, rights);
        Assert.Equal(FaultOutcome.DemandZero, scene.Touch(ref scene.A, 17));
        Assert.Equal(FaultOutcome.DemandZero, scene.Touch(ref scene.A, 22));
        scene.B = scene.Rig.Create();
        Assert.Equal(PagingError.None, scene.Lend(ref scene.A, 16, 16, ref scene.B, 16, allowed));
        if (isLenderGone)
        {
            scene.End(ref scene.A);
        }

        Assert.Equal(PagingError.None, scene.Unmap(ref scene.B, 18, 1));
        Assert.Equal(PageState.Unmapped, scene.Rig.Query(in scene.B, 18).State);
        Assert.All(
            Enumerable.Range(16, 16).Where(static page => page != 18),
            page => Assert.Equal(rights & allowed, scene.Rig.Query(in scene.B, page).Rights));
        scene.AssertSound();
    }

    // The right to execute is pushed down to pages; that they may be written at once stays as it is.
    [Fact]
    public void PagesWithoutOtherOwnersStayWritable()
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.Fill(ref scene.A, 16, 16);
        scene.B = scene.Rig.Create();
        Assert.Equal(PagingError.None, scene.Lend(ref scene.A, 16, 16, ref scene.B, 16, PageRights.Write));
        scene.End(ref scene.A);
        Assert.Equal(PagingError.None, scene.Unmap(ref scene.B, 18, 1));
        Assert.Equal(PageState.Writable, scene.Rig.Query(in scene.B, 17).State);
        Assert.Equal(17, scene.Content(in scene.B, 17));
        scene.AssertSound();
    }

    // What was withheld is pushed down level by level: what comes below afterwards has all rights that it is given.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void APageMappedInABorrowedTableOfTablesIsExecutable(bool isLenderGone)
    {
        var scene = new PagingScene(PagingScene.Small);
        scene.Rig.Map(ref scene.A, 16, 16, PageRights.Execute);
        Assert.Equal(FaultOutcome.DemandZero, scene.Touch(ref scene.A, 17));
        scene.B = scene.Rig.Create();
        Assert.Equal(PagingError.None, scene.Lend(ref scene.A, 16, 16, ref scene.B, 16, PageRights.Write));
        if (isLenderGone)
        {
            scene.End(ref scene.A);
        }

        Assert.Equal(PagingError.None, scene.Unmap(ref scene.B, 20, 4));
        Assert.Equal(PagingError.None, scene.Unmap(ref scene.B, 18, 1));
        scene.Rig.Map(ref scene.B, 18, 1, PageRights.Execute);
        Assert.Equal(FaultOutcome.DemandZero, scene.Fault(ref scene.B, 18, AccessKind.Fetch));
        Assert.Equal(PageRights.Execute, scene.Rig.Query(in scene.B, 18).Rights);
        Assert.Equal(PageRights.Read, scene.Rig.Query(in scene.B, 17).Rights);
        scene.AssertSound();
    }

    [Theory]
    [InlineData(PageRights.Read)]
    [InlineData(PageRights.Write)]
    [InlineData(PageRights.Execute)]
    public void LargePagesBesideTablesAreAllProtected(PageRights rights)
    {
        var scene = new PagingScene(PagingScene.Small);
        Assert.Equal(PagingError.None, scene.MapBlock(ref scene.A, 16, level: 2));
        scene.Fill(ref scene.A, 20, 4);
        Assert.Equal(PagingError.None, scene.MapBlock(ref scene.A, 24, level: 2));
        scene.Rig.Map(ref scene.A, 28, 4);
        Assert.Equal(PagingError.None, scene.Protect(ref scene.A, 16, 16, rights));
        Assert.All(
            Enumerable.Range(16, 16), page => Assert.Equal(rights, scene.Rig.Query(in scene.A, page).Rights));
        Assert.Equal(
            [4, 1, 4, 4],
            Enumerable.Range(4, 4).Select(
                index => (int)(scene.Rig.Query(in scene.A, 4 * index).Size.Value / scene.Rig.Pages(1).Value)));
        scene.AssertSound();
    }

    // Nothing is mapped in one of the entries: then nothing is changed in the others.
    [Theory]
    [InlineData(16)]
    [InlineData(20)]
    [InlineData(24)]
    public void AHoleBesideLargePagesIsFound(int hole)
    {
        var scene = new PagingScene(PagingScene.Small);
        for (int first = 16; first < 28; first += 4)
        {
            Assert.Equal(PagingError.None, first == hole ? PagingError.None : scene.MapBlock(ref scene.A, first, 2));
        }

        var before = new PagingSnapshot(scene.Rig, scene.Spaces);
        Assert.Equal(PagingError.NotMapped, scene.Protect(ref scene.A, 16, 12, PageRights.Read));
        before.AssertUnchanged(scene.Spaces, "protect");
    }
}
