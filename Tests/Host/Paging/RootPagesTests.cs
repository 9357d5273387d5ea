using System.Linq;
using Kernel.Machines;
using Kernel.Memory;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// Machines so small that pages stand in the root, whose used entries a space keeps a set of: a fork has every one of
/// them, and looks at no others. An entry of the root covers 8 pages, and there are four.
/// </summary>
public class RootPagesTests
{
    [Fact]
    public void AForkHasPagesToComeOfWholeEntries()
    {
        PagingScene scene = NewScene();
        scene.Rig.Map(ref scene.A, 8, 16);
        AssertForkIsAlike(scene);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void AForkHasAPageThatStandsInTheRoot(int page)
    {
        PagingScene scene = NewScene();
        Succeed(scene.MapBlock(ref scene.A, page, level: 2));
        AssertForkIsAlike(scene);
    }

    [Fact]
    public void AForkHasEntriesThatWereLent()
    {
        PagingScene scene = NewScene();
        scene.C = scene.Rig.Create();
        Succeed(scene.MapBlock(ref scene.C, 8, level: 2));
        scene.Fill(ref scene.C, 16, 8);
        Succeed(scene.Lend(ref scene.C, 8, 16, ref scene.A, 8));
        AssertForkIsAlike(scene);
    }

    [Fact]
    public void AForkHasNoEntriesThatWereTakenAway()
    {
        PagingScene scene = NewScene();
        scene.Rig.Map(ref scene.A, 8, 16);
        Succeed(scene.Unmap(ref scene.A, 8, 8));
        AssertForkIsAlike(scene);
    }

    // Whether pages, or a table that became empty, were there.
    [Theory]
    [InlineData(8, 16)]
    [InlineData(9, 1)]
    [InlineData(9, 2)]
    [InlineData(6, 12)]
    public void AForkDoesNotLookAtEntriesThatAreEmptyAgain(int first, int count)
    {
        PagingScene scene = NewScene();
        ulong empty = CostOfFork(scene);
        scene.Rig.Map(ref scene.A, first, count);
        Assert.True(CostOfFork(scene) > empty);
        Succeed(scene.Unmap(ref scene.A, first, count));
        Assert.Equal(empty, CostOfFork(scene));
    }

    private static ulong CostOfFork(PagingScene scene)
    {
        ulong before = SimMachine.Current.EntryAccesses;
        scene.B = scene.Rig.Fork(ref scene.A);
        ulong cost = SimMachine.Current.EntryAccesses - before;
        scene.End(ref scene.B);
        return cost;
    }

    private static void AssertForkIsAlike(PagingScene scene)
    {
        scene.B = scene.Rig.Fork(ref scene.A);
        scene.AssertSound();
        Assert.All(Enumerable.Range(1, 30), page =>
        {
            PageInfo expected = scene.Rig.Query(in scene.A, page);
            PageInfo actual = scene.Rig.Query(in scene.B, page);
            Assert.Equal(expected, actual);
        });
    }

    private static PagingScene NewScene() => new(new Geometry(2, 3, 3));

    private static void Succeed(PagingError error) => Assert.Equal(PagingError.None, error);
}
