using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Simulation;

/// <summary>Global translations (Intel SDM vol. 3, 4.10.2.4).</summary>
public sealed class GlobalPageTests
{
    private const ulong GlobalPage = TableSpace.Open | TableSpace.Global;

    [Theory]
    [InlineData(TableSpace.Global, true, true)]
    [InlineData(0, true, false)]
    [InlineData(TableSpace.Global, false, false)]
    public void OnlyGlobalTranslationsSurviveAChangeOfRoot(ulong flag, bool isOn, bool survives)
    {
        var space = new TableSpace(controls: new PagingControls { GlobalPages = isOn });
        space.Map(space.Page(5), TableSpace.Open | flag);
        PhysAddr other = space.Take();
        using (space.Mmu.Operation("switch"))
        {
            space.Mmu.WriteRoot(other);
        }

        AccessResult result = space.Mmu.Access(space.Page(5), AccessKind.Read, Ring.User);
        Assert.Equal(survives ? Staleness.KeptTranslation : Staleness.None, result.Staleness);
        if (survives)
        {
            Assert.Equal(["switch"], result.Stale!.Culprits);
        }
    }

    [Fact]
    public void PageInvalidationDropsThem()
    {
        TableSpace space = Unmapped();
        space.Mmu.WriteRoot(space.Root);
        Assert.True(space.Mmu.Access(space.Page(5), AccessKind.Read, Ring.User).IsHarmful);
        space.Mmu.InvalidatePage(space.Page(5));
        Verdict.Unseen(space);
    }

    [Theory]
    [InlineData(ContextFlush.One, true)]
    [InlineData(ContextFlush.All, true)]
    [InlineData(ContextFlush.AllWithGlobals, false)]
    public void ContextFlushSparesThemButForOneType(ContextFlush kind, bool survives)
    {
        TableSpace space = Unmapped();
        space.Mmu.InvalidateContext(kind);
        Assert.Equal(survives, space.Mmu.Access(space.Page(5), AccessKind.Read, Ring.User).IsHarmful);
    }

    [Fact]
    public void SwitchingThemOffAndOnDropsThem()
    {
        TableSpace space = Unmapped();
        space.Mmu.Controls = space.Mmu.Controls with { GlobalPages = false };
        space.Mmu.Controls = space.Mmu.Controls with { GlobalPages = true };
        Verdict.Unseen(space);
    }

    [Fact]
    public void GlobalBitOfAnUpperEntryMeansNothing()
    {
        var space = new TableSpace();
        space.Map(space.Page(5), TableSpace.Open);
        space.Write("mark", space.Page(5), space.Entry(space.Page(5), 2) | TableSpace.Global, level: 2);
        space.Write("unmap", space.Page(5), 0);
        space.Mmu.WriteRoot(space.Root);
        Verdict.Unseen(space);
    }

    [Fact]
    public void KernelHalfThatAllRootsShareIsNeverStale()
    {
        var space = new TableSpace();
        VirtAddr kernel = space.Page(255);
        space.Map(kernel, GlobalPage);
        PhysAddr other = space.Take();
        space.Memory.WriteEntry(other, 3, space.Entry(kernel, 4));
        for (int turn = 0; turn < 10; turn++)
        {
            space.Mmu.WriteRoot(turn % 2 == 0 ? other : space.Root);
            Assert.Equal(Staleness.None, space.Mmu.Access(kernel, AccessKind.Write, Ring.User).Staleness);
        }
    }

    private static TableSpace Unmapped()
    {
        var space = new TableSpace();
        space.Map(space.Page(5), GlobalPage);
        space.Write("unmap", space.Page(5), 0);
        return space;
    }
}
