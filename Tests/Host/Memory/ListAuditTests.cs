using System.Linq;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Memory;

/// <summary>Lists and caches that are linked as they should be, and lead to what does not belong there.</summary>
public class ListAuditTests
{
    private static readonly FrameOrder s_eight = new(3);

    [Fact]
    public void ALinkToWhereNoRecordIsIsFound() => FrameAuditTests.AssertFound(AuditRule.Lists, static (memory, _) =>
    {
        Frame low = new(memory.FreeBlocks().Keys.First(static frame => BuddyLists.ZoneOf(new(frame)) == FrameZone.Isa));
        SimMachine.Record(low).Next = Unrecorded(memory);
    });

    [Fact]
    public void ABlockInUseInAListIsFound() => FrameAuditTests.AssertFound(AuditRule.Lists, static (memory, block) =>
    {
        // Two free blocks, no halves of one, are in a list; the block takes the second one's place.
        Frame second = Take(memory, FrameOrder.Large);
        FrameTable.Split(second, s_eight);
        Frame first = second + (s_eight.Frames + s_eight.Frames);
        memory.Frames.ReleaseReference(second);
        memory.Frames.ReleaseReference(first);
        Assert.Equal(second, SimMachine.Record(first).Next);
        Frame third = SimMachine.Record(second).Next;
        SimMachine.Record(first).Next = block;
        SimMachine.Record(block).Link = first;
        SimMachine.Record(block).Next = third;
        if (third != Frame.None)
        {
            SimMachine.Record(third).Link = block;
        }
    });

    [Fact]
    public void ACacheThatLeadsNowhereIsFound() => FrameAuditTests.AssertFound(AuditRule.Caches, static (memory, _) =>
    {
        memory.Frames.FillReserve(new FrameCount(3));
        SimMachine.Record(FrameAuditTests.ZeroedFrame(memory, static record => record.Next != Frame.None)).Next =
            Unrecorded(memory);
    });

    [Fact]
    public void AFrameInUseInACacheIsFound() => FrameAuditTests.AssertFound(AuditRule.Caches, static (memory, _) =>
    {
        // The last frame that was cleared leads to the one before; a page takes that one's place.
        Frame page = Take(memory, FrameOrder.One);
        memory.Frames.FillReserve(new FrameCount(2));
        Frame top = FrameAuditTests.ZeroedFrame(memory, static record => record.Next != Frame.None);
        Assert.Equal(FrameUse.Zeroed, SimMachine.Record(SimMachine.Record(top).Next).Use);
        SimMachine.Record(top).Next = page;
    });

    private static Frame Take(FrameMemory memory, FrameOrder order)
    {
        Assert.True(memory.Frames.TryTakeBlock(order, FrameZone.Dma32, FrameUse.Page, out Frame block));
        return block;
    }

    // Below 16 MiB, and not near any memory.
    private static Frame Unrecorded(FrameMemory memory)
    {
        var frame = new Frame(0x800);
        Assert.False(memory.Frames.Records.Cover(frame));
        return frame;
    }
}
