using System.Collections.Generic;
using System.Linq;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// Large pages whose block is displaced and split in one operation: entries that went are counted down before the
/// pieces are counted by themselves. Random programs found the first of these.
/// </summary>
public class SplitBlockTests
{
    // Both have the large page at 16. Holes replace the borrower's, and then parts of the lender's follow.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void APageReplacedByAHoleIsCountedDownBeforeItsBlockIsSplit(int part)
    {
        PagingScene scene = Forked(out Frame block);
        Assert.Equal(PagingError.None, scene.Lend(ref scene.A, 12, 4 + part, ref scene.B, 16));
        AssertNothing(scene, in scene.B, 16, 4);
        Assert.All(Enumerable.Range(20, part), page => Assert.Equal(page - 4, scene.Content(in scene.B, page)));
        AssertCounts(block, Enumerable.Range(0, 4).Select(piece => piece < part ? 2U : 1U));
        AssertAllGivenBack(scene);
    }

    // The other way round: the last parts of the lender's page, and then holes over the borrower's.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void APageWhoseBlockWasSplitIsReplacedByAHole(int part)
    {
        PagingScene scene = Forked(out Frame block);
        Assert.Equal(PagingError.None, scene.Lend(ref scene.A, 20 - part, part + 4, ref scene.B, 16 - part));
        AssertNothing(scene, in scene.B, 16, 4);
        Assert.All(Enumerable.Range(16 - part, part), page => Assert.Equal(page + 4, scene.Content(in scene.B, page)));
        AssertCounts(block, Enumerable.Range(0, 4).Select(piece => piece >= 4 - part ? 2U : 1U));
        AssertAllGivenBack(scene);
    }

    // Within one space, which has the page in two places.
    [Fact]
    public void APageThatASpaceHasTwiceIsReplacedAndSplit()
    {
        var scene = new PagingScene(PagingScene.Small);
        Assert.Equal(PagingError.None, scene.MapBlock(ref scene.A, 16, level: 2));
        Frame block = scene.Rig.Query(in scene.A, 16).Frame;
        Assert.Equal(PagingError.None, scene.Lend(ref scene.A, 16, 4, ref scene.A, 32));
        Assert.Equal(2U, FrameTable.References(block));
        Assert.Equal(PagingError.None, scene.Lend(ref scene.A, 12, 5, ref scene.A, 32));
        AssertNothing(scene, in scene.A, 32, 4);
        Assert.Equal(16, scene.Content(in scene.A, 36));
        AssertCounts(block, [2, 1, 1, 1]);
        AssertAllGivenBack(scene);
    }

    // 16 pages in one, of which holes replace the borrower's; then come four in one piece, and one by itself.
    [Fact]
    public void AHugePageIsReplacedByAHoleBeforeItIsSplit()
    {
        var scene = new PagingScene(PagingScene.Small);
        Assert.Equal(PagingError.None, scene.MapBlock(ref scene.A, 48, level: 3));
        scene.B = scene.Rig.Fork(ref scene.A);
        Assert.Equal(PagingError.None, scene.Lend(ref scene.A, 32, 21, ref scene.B, 48));
        AssertNothing(scene, in scene.B, 48, 16);
        Assert.Equal(
            [48, 49, 50, 51, 52], Enumerable.Range(64, 5).Select(page => (int)scene.Content(in scene.B, page)));
        Assert.Equal(scene.Rig.Pages(4), scene.Rig.Query(in scene.B, 64).Size);
        AssertAllGivenBack(scene);
    }

    private static PagingScene Forked(out Frame block)
    {
        var scene = new PagingScene(PagingScene.Small);
        Assert.Equal(PagingError.None, scene.MapBlock(ref scene.A, 16, level: 2));
        block = scene.Rig.Query(in scene.A, 16).Frame;
        scene.B = scene.Rig.Fork(ref scene.A);
        return scene;
    }

    private static void AssertNothing(PagingScene scene, in AddressSpace space, int first, int count)
    {
        for (int page = first; page < first + count; page++)
        {
            Assert.Equal(PageState.Unmapped, scene.Rig.Query(in space, page).State);
        }
    }

    private static void AssertCounts(Frame block, IEnumerable<uint> expected) =>
        Assert.Equal(
            expected,
            Enumerable.Range(0, 4).Select(piece => FrameTable.References(block + new FrameCount((uint)piece))));

    private static void AssertAllGivenBack(PagingScene scene)
    {
        scene.AssertSound();
        scene.End(ref scene.A);
        if (scene.B.Exists)
        {
            scene.AssertSound();
            scene.End(ref scene.B);
        }

        Assert.Equal(scene.Rig.UsedAtStart, scene.Memory.Frames.Used);
        scene.AssertSound();
    }
}
