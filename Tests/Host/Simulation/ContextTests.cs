using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Simulation;

/// <summary>Process-context identifiers (Intel SDM vol. 3, 4.10.1 and 4.10.4.1).</summary>
public sealed class ContextTests
{
    private const ulong Keep = 1UL << 63;

    [Fact]
    public void TranslationsOfOneContextDoNotServeAnother()
    {
        TableSpace space = Two(out PhysAddr other);
        space.Mmu.WriteRoot(other.Value | 1 | Keep);
        Assert.Equal(Staleness.None, space.Mmu.Access(space.Page(5), AccessKind.Read, Ring.User).Staleness);
        Assert.Equal(1, space.Mmu.Context);
    }

    [Fact]
    public void TwoRootsUnderOneIdentifierMix()
    {
        TableSpace space = Two(out PhysAddr other);
        using (space.Mmu.Operation("reuse identifier"))
        {
            space.Mmu.WriteRoot(other.Value | Keep);
        }

        AccessResult result = space.Mmu.Access(space.Page(5), AccessKind.Read, Ring.User);
        Assert.Equal(Staleness.KeptTranslation, result.Staleness);
        Assert.Equal(["reuse identifier"], result.Stale!.Culprits);
    }

    [Theory]
    [InlineData(ContextFlush.One, 0, false)]
    [InlineData(ContextFlush.One, 1, true)]
    [InlineData(ContextFlush.All, 0, false)]
    [InlineData(ContextFlush.AllWithGlobals, 0, false)]
    public void FlushFromAfarReachesTheContextsItNames(ContextFlush kind, int context, bool survives)
    {
        TableSpace space = UnmappedFromAfar();
        space.Mmu.InvalidateContext(kind, context);
        CheckSurvives(space, survives);
    }

    [Theory]
    [InlineData(0, 5UL, false)]
    [InlineData(0, 6UL, true)]
    [InlineData(1, 5UL, true)]
    public void OnePageIsDroppedFromAfar(int context, ulong page, bool survives)
    {
        TableSpace space = UnmappedFromAfar();
        space.Mmu.InvalidatePage(space.Page(page), context);
        CheckSurvives(space, survives);
    }

    [Fact]
    public void PageInvalidationReachesTheCurrentContextOnly()
    {
        TableSpace space = UnmappedFromAfar();
        space.Mmu.InvalidatePage(space.Page(5));
        CheckSurvives(space, survives: true);
    }

    [Fact]
    public void SwitchingThemOffDropsEverything()
    {
        TableSpace space = UnmappedFromAfar();
        space.Mmu.Controls = space.Mmu.Controls with { ProcessContexts = false };
        space.Mmu.Controls = space.Mmu.Controls with { ProcessContexts = true };
        CheckSurvives(space, survives: false);
    }

    [Fact]
    public void InstructionsAreCounted()
    {
        TableSpace space = UnmappedFromAfar();
        space.Mmu.InvalidatePage(space.Page(5));
        space.Mmu.InvalidatePage(space.Page(5), context: 1);
        space.Mmu.InvalidateContext(ContextFlush.All);
        Assert.Equal((1, 1, 2), (space.Mmu.RootWrites, space.Mmu.PageInvalidations, space.Mmu.ContextInvalidations));
    }

    private static void CheckSurvives(TableSpace space, bool survives)
    {
        space.Mmu.WriteRoot(space.Root.Value | Keep);
        AccessResult result = space.Mmu.Access(space.Page(5), AccessKind.Read, Ring.User);
        Assert.Equal(survives ? Staleness.KeptTranslation : Staleness.None, result.Staleness);
    }

    private static TableSpace UnmappedFromAfar()
    {
        TableSpace space = Two(out PhysAddr other);
        space.Mmu.WriteRoot(other.Value | 1);
        space.Write("unmap", space.Page(5), 0);
        return space;
    }

    private static TableSpace Two(out PhysAddr other)
    {
        var space = new TableSpace(controls: new PagingControls { ProcessContexts = true });
        space.Map(space.Page(5), TableSpace.Open);
        other = space.Take();
        return space;
    }
}
