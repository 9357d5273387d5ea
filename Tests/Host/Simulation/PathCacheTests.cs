using Kernel.Machines;
using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Simulation;

/// <summary>What the paging-structure caches may do (Intel SDM vol. 3, 4.10.3).</summary>
public sealed class PathCacheTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void FreedTableThatBecomesDataIsStillWalked(bool isInvalidated)
    {
        TableSpace space = NeededInvalidationTests.Filled();
        VirtAddr page = space.Page(5);
        PhysAddr table = space.TableOf(page, 1);
        for (ulong each = 4; each < 8; each++)
        {
            // The translations go properly; the emptied table does not.
            space.Write("unmap", space.Page(each), 0);
            space.Mmu.InvalidatePage(space.Page(each));
        }

        space.Write("free table", page, 0, level: 2);
        if (isInvalidated)
        {
            space.Mmu.InvalidatePage(space.Page(200));
        }

        HeldReference? held = space.Mmu.FindReference(table);
        Assert.Equal(isInvalidated, held is null);
        if (held is not null)
        {
            Assert.True(held.IsTable);
            Assert.Equal(["free table"], held.Culprits);
        }

        using (space.Mmu.Operation("reuse as data"))
        {
            space.Memory.Fill(table, 0x0000_0000_0000_5007);
        }

        Verdict.Check(space, isInvalidated, Staleness.KeptTranslation, "free table");
    }

    [Fact]
    public void EmptyTableIsHeldTooThoughNothingIsTranslatedThroughIt()
    {
        var space = new TableSpace();
        PhysAddr table = space.Take();
        space.Map(space.Page(0), table, TableSpace.Open);
        space.Write("empty table", space.Page(64), space.Take().Value | TableSpace.Open, level: 4);
        PhysAddr empty = space.TableOf(space.Page(64), 3);
        space.Write("unlink", space.Page(64), 0, level: 4);
        Assert.Equal(["unlink"], space.Mmu.FindReference(empty)!.Culprits);
        space.Mmu.InvalidatePage(space.Page(0));
        Assert.Null(space.Mmu.FindReference(empty));
    }

    [Fact]
    public void LiveFrameIsReferredToAndBlamesNobody()
    {
        TableSpace space = NeededInvalidationTests.Filled();
        Assert.Empty(space.Mmu.FindReference(space.Root)!.Culprits);
        Assert.Empty(space.Mmu.FindReference(space.TableOf(space.Page(5), 1))!.Culprits);
        Assert.False(space.Mmu.FindReference(new PhysAddr(space.Entry(space.Page(5)) & 0xFF_F000))!.IsTable);
        Assert.Null(space.Mmu.FindReference(space.Take()));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void CachedRightsOfAnUpperEntryCombineWithFreshOnesBelow(int level)
    {
        TableSpace space = NeededInvalidationTests.Filled();
        VirtAddr page = space.Page(3);
        space.Write("close the path", page, space.Entry(page, level) & ~TableSpace.Writable, level);
        PhysAddr frame = space.Map(page, TableSpace.Open);
        AccessResult write = space.Mmu.Access(page, AccessKind.Write, Ring.User);
        Assert.Equal(Staleness.KeptRight, write.Staleness);
        Assert.Equal(frame, write.Stale!.Served.Translation.Address);
        Assert.Equal(["close the path"], write.Stale.Culprits);
        Assert.Equal(Staleness.None, space.Mmu.Access(page, AccessKind.Read, Ring.User).Staleness);
    }

    [Fact]
    public void TranslationMadeThroughACachedEntryOutlivesThatEntry()
    {
        TableSpace space = NeededInvalidationTests.Filled();
        VirtAddr page = space.Page(3);
        PhysAddr old = space.Settle("edit", page, 1);
        using (space.Mmu.Operation("write to the old table"))
        {
            space.Memory.WriteEntry(old, space.Geometry.IndexOf(page, 1), space.Take().Value | TableSpace.Open);
        }

        // Drops the path, but the processor may have put the page into the TLB before.
        space.Mmu.InvalidatePage(space.Page(200));
        Assert.Equal(Staleness.KeptTranslation, space.Mmu.Access(page, AccessKind.Read, Ring.User).Staleness);
        space.Mmu.InvalidatePage(page);
        Assert.Equal(Staleness.None, space.Mmu.Access(page, AccessKind.Read, Ring.User).Staleness);
    }

    [Fact]
    public void PathsOfTwoMomentsDoNotMixAcrossAnInvalidation()
    {
        var space = new TableSpace(new Geometry(2, 1, 4));
        VirtAddr page = space.Page(0);
        PhysAddr first = space.Map(page, TableSpace.Open);
        PhysAddr table = space.TableOf(page, 1);
        space.Settle("replace table", page, 1);
        space.Mmu.InvalidatePage(space.Page(3));
        space.Memory.WriteEntry(table, 0, space.Take().Value | TableSpace.Open);
        AccessResult read = space.Mmu.Access(page, AccessKind.Read, Ring.User);
        Assert.Equal(Staleness.None, read.Staleness);
        Assert.Equal(first, read.Outcome.Translation.Address);
    }

    [Theory]
    [InlineData(200UL, false, false)]
    [InlineData(200UL, true, true)]
    [InlineData(3UL, true, false)]
    [InlineData(1UL, true, false)]
    public void AnyAddressWillDoUnlessTheTranslationCacheExtensionIsOn(ulong dropped, bool isOn, bool isHarmful)
    {
        TableSpace space = NeededInvalidationTests.Filled(new PagingControls { TranslationCacheExtension = isOn });
        PhysAddr old = space.Settle("edit", space.Page(3), 1);
        space.Mmu.InvalidatePage(space.Page(dropped));
        space.Memory.WriteEntry(old, 3, space.Take().Value | TableSpace.Open);
        Assert.Equal(isHarmful, space.Worst().IsHarmful);
    }

    [Fact]
    public void InvalidationOfAnAddressThatIsNotCanonicalDoesNothing()
    {
        TableSpace space = NeededInvalidationTests.Filled();
        space.Write("unlink", space.Page(5), 0, level: 4);
        space.Mmu.InvalidatePage(new VirtAddr(1UL << 60));
        Assert.Equal(Staleness.KeptTranslation, space.Worst().Staleness);
    }

    [Fact]
    public void FaultAtOneAddressLeavesThePathsOfOthers()
    {
        TableSpace space = NeededInvalidationTests.Filled();
        PhysAddr old = space.Settle("edit", space.Page(3), 1);
        space.Memory.WriteEntry(old, 3, space.Take().Value | TableSpace.Open);
        space.Mmu.PageFault(space.Page(7));
        Assert.Equal(Staleness.KeptTranslation, space.Mmu.Access(space.Page(3), AccessKind.Read, Ring.User).Staleness);
        space.Mmu.PageFault(space.Page(3));
        Assert.Equal(Staleness.None, space.Mmu.Access(space.Page(3), AccessKind.Read, Ring.User).Staleness);
    }
}
