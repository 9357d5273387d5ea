using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Simulation;

/// <summary>The changes that need no invalidation (docs/04-what-the-processor-may-remember.md).</summary>
public sealed class NeedlessInvalidationTests
{
    [Fact]
    public void AbsentBecomesPresent()
    {
        TableSpace space = NeededInvalidationTests.Filled();
        space.Map(space.Page(3), TableSpace.Open);
        space.Map(space.Page(100), TableSpace.Open);
        Verdict.Unseen(space);
    }

    [Fact]
    public void DemandZeroFill()
    {
        TableSpace space = NeededInvalidationTests.Filled();
        PhysAddr frame = space.Take();
        space.Memory.Fill(frame, 0xDEAD_BEEF_DEAD_BEEF);
        space.Memory.Fill(frame, 0);
        space.Map(space.Page(3), frame, TableSpace.Open);
        Verdict.Unseen(space);
    }

    [Fact]
    public void ForkThatClearsNoWriteBit()
    {
        TableSpace space = NeededInvalidationTests.Filled();
        NeededInvalidationTests.ClearRootWriteBits(space, "fork");
        space.Mmu.WriteRoot(space.Root);
        NeededInvalidationTests.ClearRootWriteBits(space, "fork again");
        Verdict.Unseen(space);
    }

    [Fact]
    public void MarksInASharedNode()
    {
        TableSpace space = NeededInvalidationTests.Filled();
        NeededInvalidationTests.ClearRootWriteBits(space, "fork");
        space.Mmu.WriteRoot(space.Root);
        VirtAddr page = space.Page(5);
        space.Write("lend from a shared node", page, (space.Entry(page) & ~TableSpace.Writable) | TableSpace.Mark);
        Verdict.Unseen(space);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void SoleOwnerIsMadeWritable(int level) => Widen(level, TableSpace.Writable, 0);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void NoExecuteIsRemoved(int level) => Widen(level, 0, TableSpace.NoExecute);

    [Fact]
    public void SoftwareBitsAndAccessedBits()
    {
        TableSpace space = NeededInvalidationTests.Filled();
        VirtAddr page = space.Page(5);
        space.Write("preset", page, space.Entry(page) | TableSpace.Accessed | TableSpace.Dirty | 0x7FF0_0000_0000_0E00);
        Verdict.Unseen(space);
    }

    private static void Widen(int level, ulong added, ulong removed)
    {
        TableSpace space = NeededInvalidationTests.Filled();
        VirtAddr page = space.Page(5);
        space.Write("narrow", page, (space.Entry(page, level) & ~added) | removed, level);
        space.Mmu.WriteRoot(space.Root);
        Verdict.Unseen(space);
        space.Write("widen", page, (space.Entry(page, level) | added) & ~removed, level);
        Verdict.SpuriousOnce(space);
    }
}
