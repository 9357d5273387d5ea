using System.Linq;
using TreeFigures;
using TreeFigures.Runs;
using Xunit;

namespace Kernel.Tests.Host.TreeFigures;

/// <summary>What the captions of the fork's figures say.</summary>
public class ForkRunTests
{
    private readonly Snapshot[] _run = ForkRun.Run();

    [Fact]
    public void AForkMakesOneRoot()
    {
        Node root = Assert.Single(NewIn(step: 1));
        Assert.Equal(_run[1].Roots[1].Frame, root.Frame);
        Node shared = Assert.Single(_run[1].Nodes, static node => node.References == 2);
        Assert.Equal(3, shared.Level);
    }

    [Fact]
    public void BothSidesHaveTheSamePagesThen()
    {
        Assert.Equal(_run[0].PagesOf("parent"), _run[1].PagesOf("parent"));
        Assert.Equal(_run[1].PagesOf("parent"), _run[1].PagesOf("child"));
    }

    [Fact]
    public void TheFirstWriteCopiesThreeTablesAndAPage()
    {
        Assert.Equal([3, 2, 1, 0], NewIn(step: 2).Select(static node => node.Level));
        Assert.Equal(_run[1].PagesOf("parent").Select(static page => page.Word), WordsOf(2, "parent"));
        Assert.Equal([0x0123_4567U, 0xC001_D00D, 0xCAFE_BAFE], WordsOf(2, "child"));
    }

    [Fact]
    public void TheOtherSidesWriteCopiesNothing()
    {
        Assert.Empty(NewIn(step: 3));
        Assert.Equal([0x0123_4567U, 0xFEED_C0DE, 0xCAFE_BAFE], WordsOf(3, "parent"));
        Assert.Equal(WordsOf(2, "child"), WordsOf(3, "child"));
    }

    private uint[] WordsOf(int step, string space) =>
        [.. _run[step].PagesOf(space).Select(static page => page.Word)];

    private Node[] NewIn(int step) =>
        [.. _run[step].Nodes.Where(node => _run[step - 1].Find(node.Frame) is null)];
}
