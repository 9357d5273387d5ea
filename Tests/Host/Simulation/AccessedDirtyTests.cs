using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Simulation;

/// <summary>Accessed and dirty bits (Intel SDM vol. 3, 4.8).</summary>
public sealed class AccessedDirtyTests
{
    private const ulong Both = TableSpace.Accessed | TableSpace.Dirty;

    [Theory]
    [InlineData(AccessKind.Read, TableSpace.Accessed, 1)]
    [InlineData(AccessKind.Fetch, TableSpace.Accessed, 1)]
    [InlineData(AccessKind.Write, Both, 1)]
    [InlineData(AccessKind.Write, Both, 2)]
    [InlineData(AccessKind.Read, TableSpace.Accessed, 3)]
    [InlineData(AccessKind.Write, Both, 3)]
    public void AllEntriesOnThePathAreAccessedAndOnlyALeafGetsDirty(AccessKind kind, ulong leaf, int level)
    {
        var space = new TableSpace(frames: 128);
        VirtAddr page = space.Page(0);
        space.Map(page, level > 1 ? space.TakeLarge(level) : space.Take(), TableSpace.Open, level);
        Assert.True(space.Mmu.Access(page, kind, Ring.User).Outcome.IsTranslated);
        Assert.Equal(leaf, space.Entry(page, level) & Both);
        for (int above = level + 1; above <= 4; above++)
        {
            Assert.Equal(TableSpace.Accessed, space.Entry(page, above) & Both);
        }
    }

    [Fact]
    public void FaultingWriteDoesNotMakeDirty()
    {
        var space = new TableSpace();
        space.Map(space.Page(0), TableSpace.ReadOnly);
        Assert.False(space.Mmu.Access(space.Page(0), AccessKind.Write, Ring.User).Outcome.IsTranslated);
        Assert.Equal(0UL, space.Entry(space.Page(0)) & TableSpace.Dirty);
    }

    [Fact]
    public void LookingSetsNothing()
    {
        var space = new TableSpace();
        space.Map(space.Page(0), TableSpace.Open);
        Assert.True(space.Mmu.Walk(space.Page(0), AccessKind.Write, Ring.User).IsTranslated);
        Assert.Equal(0UL, space.Entry(space.Page(0)) & Both);
    }

    [Fact]
    public void BitsThatTheProcessorSetsAreNoChangeOfATranslation()
    {
        TableSpace space = NeededInvalidationTests.Filled();
        Verdict.Unseen(space);
        space.Write("clear", space.Page(5), space.Entry(space.Page(5)) & ~Both);
        Verdict.Unseen(space);
    }
}
