using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Simulation;

/// <summary>
/// The changes that need an invalidation (docs/04-what-the-processor-may-remember.md): with it nothing stale can
/// harm; without it the harm is found
/// and the operation named.
/// </summary>
public sealed class NeededInvalidationTests
{
    private const ulong Frames = 0x000F_FFFF_FFFF_F000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ForkThatClearsWriteBitsFlushesTheParent(bool isInvalidated)
    {
        TableSpace space = Filled();
        ClearRootWriteBits(space, "fork");
        if (isInvalidated)
        {
            space.Mmu.WriteRoot(space.Root);
        }

        Verdict.Check(space, isInvalidated, Staleness.KeptRight, "fork");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WriteFaultThatCopiedThePageDropsOnePageHoweverManyTablesWereCopied(bool isInvalidated)
    {
        TableSpace space = Filled();
        ClearRootWriteBits(space, "fork");
        space.Mmu.WriteRoot(space.Root);
        VirtAddr written = space.Page(5);
        space.Settle("write fault", written, 3);
        space.Settle("write fault", written, 2);
        space.Settle("write fault", written, 1);
        PhysAddr copy = space.Take();
        space.Write("write fault", written, copy.Value | TableSpace.Open);
        if (isInvalidated)
        {
            space.Mmu.InvalidatePage(written);
        }

        Verdict.Check(space, isInvalidated, Staleness.WrongFrame, "write fault");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EditThatReplacedATableDropsThePathsEvenWhereTheLeafIsAbsent(bool isInvalidated)
    {
        TableSpace space = Filled();
        VirtAddr absent = space.Page(3);
        PhysAddr old = space.Settle("edit", absent, 1);
        if (isInvalidated)
        {
            // Any address will do.
            space.Mmu.InvalidatePage(space.Page(200));
        }

        using (space.Mmu.Operation("another space maps"))
        {
            space.Memory.WriteEntry(old, space.Geometry.IndexOf(absent, 1), space.Take().Value | TableSpace.Open);
        }

        Verdict.Check(space, isInvalidated, Staleness.KeptTranslation, "edit");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UnmapDropsThePage(bool isInvalidated) =>
        ChangeLeaf(isInvalidated, Staleness.KeptTranslation, static (_, _) => 0);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ReplacementDropsThePage(bool isInvalidated) =>
        ChangeLeaf(isInvalidated, Staleness.WrongFrame, static (space, old) => (old & ~Frames) | space.Take().Value);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WriteBitRemovedDropsThePage(bool isInvalidated) =>
        ChangeLeaf(isInvalidated, Staleness.KeptRight, static (_, old) => old & ~TableSpace.Writable);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NoExecuteAddedDropsThePage(bool isInvalidated) =>
        ChangeLeaf(isInvalidated, Staleness.KeptRight, static (_, old) => old | TableSpace.NoExecute);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UnmappedSubtreeNeedsAWholeFlush(bool isInvalidated)
    {
        TableSpace space = Filled();
        space.Write("unmap subtree", space.Page(0), 0, level: 3);
        if (isInvalidated)
        {
            space.Mmu.WriteRoot(space.Root);
        }
        else
        {
            space.Mmu.InvalidatePage(space.Page(0));
        }

        Verdict.Check(space, isInvalidated, Staleness.KeptTranslation, "unmap subtree");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LendingThatClearsAWriteBitOnAWritablePathDropsIt(bool isInvalidated)
    {
        TableSpace space = Filled();
        VirtAddr lent = space.Page(4);
        space.Write("lend", lent, (space.Entry(lent) & ~TableSpace.Writable) | TableSpace.Mark);
        if (isInvalidated)
        {
            space.Mmu.InvalidatePage(lent);
        }

        Verdict.Check(space, isInvalidated, Staleness.KeptRight, "lend");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SpaceThatIsNotRunningIsFlushedWhenItIsActivated(bool isInvalidated)
    {
        TableSpace space = Filled(new PagingControls { ProcessContexts = true });
        const ulong Keep = 1UL << 63;
        PhysAddr other = space.Take();
        space.Mmu.WriteRoot(other.Value | 1);
        space.Write("unmap elsewhere", space.Page(5), 0);
        space.Mmu.WriteRoot(space.Root.Value | (isInvalidated ? 0 : Keep));
        Verdict.Check(space, isInvalidated, Staleness.KeptTranslation, "unmap elsewhere");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UserBitAddedTakesTheKernelsRights(bool isInvalidated)
    {
        TableSpace space = Filled();
        VirtAddr page = space.Page(3);
        space.Map(page, TableSpace.Present);
        space.Write("give to user", page, space.Entry(page) | TableSpace.User);
        if (isInvalidated)
        {
            space.Mmu.InvalidatePage(page);
        }

        AccessResult fetch = space.Mmu.Access(page, AccessKind.Fetch, Ring.Kernel);
        AccessResult read = space.Mmu.Access(page, AccessKind.Read, Ring.Kernel);
        Assert.Equal(!isInvalidated, fetch.IsHarmful);
        Assert.Equal(!isInvalidated, read.IsHarmful);
        Assert.Equal(isInvalidated, space.Mmu.FindHarm() is null);
    }

    [Fact]
    public void SwitchingSmepOnDropsTheContext()
    {
        TableSpace space = Filled(new PagingControls { Smep = false });
        space.Write("unmap", space.Page(5), 0);
        Assert.NotNull(space.Mmu.FindHarm());
        space.Mmu.Controls = space.Mmu.Controls with { WriteProtect = false };
        Assert.NotNull(space.Mmu.FindHarm());
        space.Mmu.Controls = space.Mmu.Controls with { Smep = true };
        Assert.Null(space.Mmu.FindHarm());
    }

    /// <summary>Pages 0 to 15 without 3, and one far away, all writable, walked and cached.</summary>
    internal static TableSpace Filled(PagingControls? controls = null)
    {
        var space = new TableSpace(controls: controls);
        for (ulong page = 0; page < 16; page++)
        {
            if (page != 3)
            {
                space.Map(space.Page(page), TableSpace.Open);
            }
        }

        space.Map(space.Page(200), TableSpace.Open);
        Verdict.Unseen(space);
        return space;
    }

    internal static void ClearRootWriteBits(TableSpace space, string operation)
    {
        for (ulong page = 0; page < 256; page += 64)
        {
            ulong entry = space.Entry(space.Page(page), level: 4);
            if (entry != 0)
            {
                space.Write(operation, space.Page(page), (entry & ~TableSpace.Writable) | TableSpace.Mark, level: 4);
            }
        }
    }

    private static void ChangeLeaf(
        bool isInvalidated, Staleness harm, System.Func<TableSpace, ulong, ulong> change)
    {
        TableSpace space = Filled();
        VirtAddr page = space.Page(5);
        space.Write("change", page, change(space, space.Entry(page)));
        if (isInvalidated)
        {
            space.Mmu.InvalidatePage(page);
        }
        else
        {
            space.Mmu.InvalidatePage(space.Page(6));
        }

        Verdict.Check(space, isInvalidated, harm, "change");
    }
}
