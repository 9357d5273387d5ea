using System;
using System.Linq;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Memory;

/// <summary>An audit that finds nothing proves nothing: each rule is broken in turn.</summary>
public class FrameAuditTests
{
    private static readonly FrameOrder s_eight = new(3);

    [Fact]
    public void ATailBehindNoBlockIsFound() =>
        AssertFound(AuditRule.Blocks, block => SimMachine.Record(block) = default);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void ABlockInsideABlockIsFound(uint at) =>
        AssertFound(AuditRule.Blocks, block => SimMachine.Record(block + new FrameCount(at)).Use = FrameUse.Page);

    [Fact]
    public void TwoBlocksInsideABlockAreFound() => AssertFound(AuditRule.Blocks, block =>
    {
        SimMachine.Record(block + new FrameCount(1)).Use = FrameUse.Page;
        SimMachine.Record(block + new FrameCount(2)).Use = FrameUse.Page;
    });

    [Fact]
    public void ABlockThatIsNotAlignedToItsSizeIsFound() =>
        AssertFound(AuditRule.Alignment, block => SimMachine.Record(block).Order = new FrameOrder(12));

    [Fact]
    public void ABlockThatHasRoomAndIsNotAlignedIsFound() => AssertFound(AuditRule.Alignment, (memory, block) =>
    {
        // Of two neighbours, one is not aligned to twice its size.
        Assert.True(memory.Frames.TryTakeBlock(s_eight, FrameZone.Dma32, FrameUse.Page, out Frame next));
        Frame odd = s_eight.Twice.Aligns(block) ? next : block;
        Assert.False(s_eight.Twice.Aligns(odd));
        SimMachine.Record(odd).Order = s_eight.Twice;
    });

    [Fact]
    public void ABlockBeyondTheLargestIsFound() =>
        AssertFound(AuditRule.Alignment, block => SimMachine.Record(block).Order = new FrameOrder(19));

    [Theory]
    [InlineData(FrameUse.Free)]
    [InlineData(FrameUse.Ready)]
    [InlineData(FrameUse.Zeroed)]
    public void AReferenceToAFreeFrameIsFound(FrameUse use) =>
        AssertFound(AuditRule.FreeReferences, block => SimMachine.Record(block).Use = use);

    [Fact]
    public void HalvesThatWereNotJoinedAreFound() => AssertFound(AuditRule.Joined, static block =>
    {
        foreach (uint half in (uint[])[0, 4])
        {
            SimMachine.Record(block + new FrameCount(half)) =
                new FrameRecord { Use = FrameUse.Free, Order = s_eight.Half };
        }
    });

    [Fact]
    public void AFreeBlockInNoListIsFound() => AssertFound(AuditRule.Lists, static block =>
        SimMachine.Record(block) = new FrameRecord { Use = FrameUse.Free, Order = s_eight });

    [Fact]
    public void ALinkThatLeadsElsewhereIsFound() => AssertFound(AuditRule.Lists, (memory, block) =>
        SimMachine.Record(FreeBlock(memory)).Next = block);

    [Fact]
    public void ALinkBackThatIsWrongIsFound() => AssertFound(AuditRule.Lists, (memory, block) =>
        SimMachine.Record(FreeBlock(memory)).Link = block);

    [Fact]
    public void AListThatIsARingIsFound() => AssertFound(AuditRule.Lists, (memory, _) =>
        SimMachine.Record(FreeBlock(memory)).Next = FreeBlock(memory));

    [Theory]
    [InlineData(FrameUse.Ready)]
    [InlineData(FrameUse.Zeroed)]
    public void AFreeFrameInNoCacheIsFound(FrameUse use) => AssertFound(AuditRule.Caches, block =>
    {
        FrameTable.Split(block, FrameOrder.One);
        SimMachine.Record(block) = new FrameRecord { Use = use };
    });

    [Fact]
    public void ACachedFrameWhoseRecordIsNotCleanIsFound() => AssertFound(AuditRule.Caches, (memory, _) =>
    {
        memory.Frames.FillReserve(new FrameCount(1));
        SimMachine.Record(ZeroedFrame(memory, static _ => true)).Cursor = 1;
    });

    [Fact]
    public void AFrameThatChangedSidesIsFound() =>
        AssertFound(AuditRule.Totals, block => SimMachine.Record(block).Use = FrameUse.Reserved);

    private static Frame FreeBlock(FrameMemory memory) => new(memory.FreeBlocks().First().Key);

    internal static Frame ZeroedFrame(FrameMemory memory, Predicate<FrameRecord> which) => new(memory.FreeFrames()
        .First(frame => SimMachine.Record(new Frame(frame)) is { Use: FrameUse.Zeroed } record && which(record)));

    private static void AssertFound(AuditRule rule, Action<Frame> damage) =>
        AssertFound(rule, (_, block) => damage(block));

    internal static void AssertFound(AuditRule rule, Action<FrameMemory, Frame> damage)
    {
        FrameMemory memory = FrameMemory.Sparse();
        Assert.True(memory.Frames.TryTakeBlock(s_eight, FrameZone.Dma32, FrameUse.Page, out Frame block));
        memory.AssertSound();
        damage(memory, block);
        Assert.Equal(rule, FrameAudit.Check(ref memory.Frames).Rule);
    }
}
