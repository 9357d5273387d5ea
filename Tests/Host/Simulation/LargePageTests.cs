using Kernel.Simulation;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Simulation;

/// <summary>Large pages and their translations (Intel SDM vol. 3, 4.10.2.3).</summary>
public sealed class LargePageTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void AddressKeepsItsPlaceInTheLargePage(int level)
    {
        TableSpace space = Mapped(level, new PagingControls(), out PhysAddr frame);
        var address = new VirtAddr(space.Page(3).Value + 17);
        AccessOutcome outcome = space.Mmu.Access(address, AccessKind.Read, Ring.User).Outcome;
        Assert.Equal(frame.Value + (3 << 12) + 17, outcome.Translation.Address.Value);
        Assert.Equal(level, outcome.Translation.Level);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void OneInvalidationAnywhereInItDropsAllOfIt(int level)
    {
        TableSpace space = Mapped(level, new PagingControls(), out _);
        space.Write("unmap", space.Page(0), 0, level);
        Assert.Equal(Staleness.KeptTranslation, space.Worst().Staleness);
        space.Mmu.InvalidatePage(space.Page(2));
        Verdict.Unseen(space);
    }

    [Fact]
    public void ReadNarrowlyTheInvalidationMustComeBeforeOrGoToEveryFragment()
    {
        TableSpace space = Mapped(2, new PagingControls { DropsWholeLargePages = false }, out _);
        space.Write("unmap", space.Page(0), 0, level: 2);
        for (ulong page = 0; page < 4; page++)
        {
            Assert.Equal(Staleness.KeptTranslation, space.Worst().Staleness);
            space.Mmu.InvalidatePage(space.Page(page));
        }

        Verdict.Unseen(space);
    }

    [Fact]
    public void SplittingIntoTheSameFramesAndRightsIsNeverSeen()
    {
        TableSpace space = Mapped(2, new PagingControls(), out PhysAddr frame);
        Split(space, frame, TableSpace.Open);
        Verdict.Unseen(space);
    }

    [Fact]
    public void SmallPageTakenFromALargeOneIsServedByBothSizes()
    {
        TableSpace space = Mapped(2, new PagingControls(), out PhysAddr frame);
        Split(space, frame, TableSpace.Open);
        space.Write("protect", space.Page(2), space.Entry(space.Page(2)) & ~TableSpace.Writable);
        AccessResult write = space.Mmu.Access(space.Page(2), AccessKind.Write, Ring.User);
        Assert.Equal(Staleness.KeptRight, write.Staleness);
        space.Mmu.InvalidatePage(space.Page(2));
        Verdict.Unseen(space);
    }

    private static void Split(TableSpace space, PhysAddr frame, ulong flags)
    {
        PhysAddr table = space.Take();
        for (int index = 0; index < 4; index++)
        {
            space.Memory.WriteEntry(table, index, (frame.Value + ((ulong)index << 12)) | flags);
        }

        space.Write("split", space.Page(0), table.Value | TableSpace.Open, level: 2);
    }

    private static TableSpace Mapped(int level, PagingControls controls, out PhysAddr frame)
    {
        var space = new TableSpace(controls: controls, frames: 128);
        frame = space.Map(space.Page(0), space.TakeLarge(level), TableSpace.Open, level);
        Verdict.Unseen(space);
        return space;
    }
}
