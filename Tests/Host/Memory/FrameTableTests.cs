using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Memory;

public class FrameTableTests
{
    private static readonly Frame s_frame = new(0x1A2B);

    [Fact]
    public void ARecordTakesSixteenBytes() => Assert.Equal(16, Unsafe.SizeOf<FrameRecord>());

    [Fact]
    public void NoFrameIsAFrameThatIsNeverHandedOut() => Assert.Equal(new Frame(0), Frame.None);

    [Fact]
    public void CountsGoUpAndDown()
    {
        SetReferences(1);
        FrameTable.AddReference(s_frame);
        Assert.Equal(2U, FrameTable.References(s_frame));
        Assert.False(FrameTable.DropReference(s_frame));
        Assert.True(FrameTable.DropReference(s_frame));
        Assert.Equal(0U, FrameTable.References(s_frame));
    }

    [Fact]
    public void ACountReachesItsGreatestNumberAndNoFurther()
    {
        SetReferences(uint.MaxValue - 1);
        FrameTable.AddReference(s_frame);
        SimPanicException panic = Assert.Throws<SimPanicException>(() => FrameTable.AddReference(s_frame));
        Assert.Equal("frame 1a2b: its count of references overflows", panic.Message);
        Assert.Equal(uint.MaxValue, FrameTable.References(s_frame));
    }

    [Fact]
    public void NothingIsDroppedWhereThereIsNothing()
    {
        SetReferences(0);
        SimPanicException panic = Assert.Throws<SimPanicException>(() => FrameTable.DropReference(s_frame));
        Assert.Equal("frame 1a2b: a reference was dropped, and there was none", panic.Message);
        Assert.Equal(0U, FrameTable.References(s_frame));
    }

    [Fact]
    public void NoMoreReferencesAreDroppedThanThereAre()
    {
        SetReferences(5);
        FrameTable.DropReferences(s_frame, 3);
        Assert.Throws<SimPanicException>(() => FrameTable.DropReferences(s_frame, 3));
        FrameTable.DropReferences(s_frame, 2);
        Assert.Equal(0U, FrameTable.References(s_frame));
    }

    [Fact]
    public void AFrameWithoutReferencesIsNotRevived()
    {
        SetReferences(0);
        SimPanicException panic = Assert.Throws<SimPanicException>(() => FrameTable.AddReference(s_frame));
        Assert.Equal("frame 1a2b: a reference was added to a frame without any", panic.Message);
    }

    [Fact]
    public void AFreeFrameTakesNoReference()
    {
        FrameMemory memory = FrameMemory.Tiny(3);
        foreach (uint free in memory.FreeFrames())
        {
            Assert.Throws<SimPanicException>(() => FrameTable.AddReference(new Frame(free)));
        }
    }

    [Fact]
    public void TheFramesOfASplitBlockHaveItsUseAndItsReferences()
    {
        FrameMemory memory = FrameMemory.Sparse();
        Assert.True(memory.Frames.TryTakeBlock(FrameOrder.Large, FrameZone.Dma32, FrameUse.Page, out Frame block));
        FrameTable.AddReference(block);
        FrameTable.Split(block, FrameOrder.One);
        for (uint i = 0; i < 512; i++)
        {
            var expected = new FrameRecord { References = 2, Use = FrameUse.Page };
            Assert.Equal(expected, SimMachine.Record(block + new FrameCount(i)));
        }

        memory.AssertSound();
    }

    [Fact]
    public void FramesThatWereSplitAreJoinedAgain()
    {
        FrameMemory memory = FrameMemory.Sparse();
        Assert.True(memory.Frames.TryTakeBlock(new FrameOrder(3), FrameZone.Dma32, FrameUse.Kernel, out Frame block));
        Assert.True(memory.Frames.TryTakeBlock(new FrameOrder(3), FrameZone.Dma32, FrameUse.Page, out Frame other));
        FrameRecord before = SimMachine.Record(block);
        foreach (byte pieces in (byte[])[0, 2])
        {
            FrameTable.Split(block, new FrameOrder(pieces));
            Assert.Equal(new FrameOrder(pieces), SimMachine.Record(block).Order);
            FrameTable.Join(block, new FrameOrder(3));
            Assert.Equal(before, SimMachine.Record(block));
            Assert.Equal(1U, FrameTable.References(other));
            memory.AssertSound();
        }
    }

    [Fact]
    public void ABlockIsNotSplitIntoItself()
    {
        FrameMemory memory = FrameMemory.Sparse();
        Assert.True(memory.Frames.TryTakeBlock(new FrameOrder(3), FrameZone.Dma32, FrameUse.Page, out Frame block));
        Assert.Throws<SimPanicException>(() => FrameTable.Split(block, new FrameOrder(3)));
    }

    [Fact]
    public void OnlyABlockInUseIsSplit()
    {
        FrameMemory memory = FrameMemory.Sparse();
        foreach (uint first in memory.FreeBlocks().Keys)
        {
            SimPanicException panic = Assert.Throws<SimPanicException>(
                () => FrameTable.Split(new Frame(first), FrameOrder.One));
            Assert.Equal($"frame {first:x}: it was to be split, but it begins no larger block in use", panic.Message);
        }
    }

    private static void SetReferences(uint count)
    {
        SimMachine.Reset();
        SimMachine.Record(s_frame) = new FrameRecord { References = count, Use = FrameUse.Page };
    }
}
