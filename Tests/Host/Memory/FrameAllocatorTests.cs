using System.Collections.Generic;
using System.Linq;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tests.Host.Firmware;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Memory;

public class FrameAllocatorTests
{
    [Fact]
    public void TheFrameGivenBackLastComesFirst()
    {
        FrameMemory memory = FrameMemory.Tiny(20);
        Assert.True(memory.Frames.TryTake(FrameUse.Page, out Frame first));
        Assert.True(memory.Frames.TryTake(FrameUse.Page, out Frame second));
        memory.Frames.ReleaseReference(first);
        memory.Frames.ReleaseReference(second);
        Assert.True(memory.Frames.TryTake(FrameUse.Page, out Frame third));
        Assert.Equal(second, third);
    }

    [Theory]
    [InlineData(FrameUse.Kernel)]
    [InlineData(FrameUse.Page)]
    [InlineData(FrameUse.Table)]
    public void AFrameThatIsReleasedWithoutReferencesComesFirstToo(FrameUse use)
    {
        FrameMemory memory = FrameMemory.Tiny(20);
        Assert.True(memory.Frames.TryTake(use, out _));
        Assert.True(memory.Frames.TryTake(use, out Frame frame));
        Assert.True(FrameTable.DropReference(frame));
        memory.Frames.Release(frame);
        Assert.True(memory.Frames.TryTake(FrameUse.Page, out Frame next));
        Assert.Equal(frame, next);
    }

    [Fact]
    public void AFrameComesWithOneReferenceAndNothingElseInItsRecord()
    {
        FrameMemory memory = FrameMemory.Tiny(20);
        TakeAll(memory).ForEach(frame => memory.Frames.ReleaseReference(frame));
        for (int round = 0; round < 3; round++)
        {
            Assert.True(memory.Frames.TryTake(FrameUse.Table, out Frame frame));
            ref FrameRecord record = ref SimMachine.Record(frame);
            Assert.Equal(new FrameRecord { References = 1, Use = FrameUse.Table }, record);
            record.Cursor = 511;
            record.Weight = new FrameCount(77);
            record.Link = new Frame(99);
            memory.Frames.ReleaseReference(frame);
            memory.AssertSound();
        }
    }

    [Theory]
    [InlineData(FrameZone.RealMode)]
    [InlineData(FrameZone.Isa)]
    [InlineData(FrameZone.Dma32)]
    [InlineData(FrameZone.Anywhere)]
    public void MemoryIsTakenFromTheHighestZoneThatWillDo(FrameZone zone)
    {
        FrameMemory memory = FrameMemory.Sparse();
        Assert.True(memory.Frames.TryTakeBlock(new FrameOrder(2), zone, FrameUse.Kernel, out Frame block));
        Assert.Equal(zone, BuddyLists.ZoneOf(block));
        Assert.Equal(0U, block.Number % 4);
    }

    [Fact]
    public void LowMemoryIsNotKeptAtHandForEverybody()
    {
        FrameMemory memory = FrameMemory.Sparse();
        Assert.True(memory.Frames.TryTakeBlock(FrameOrder.One, FrameZone.Isa, FrameUse.Page, out Frame low));
        memory.Frames.ReleaseReference(low);
        Assert.True(memory.Frames.TryTake(FrameUse.Page, out Frame next));
        Assert.NotEqual(low, next);
        Assert.Equal(FrameZone.Anywhere, BuddyLists.ZoneOf(next));
    }

    // What is left above is in pieces, and below is a block of the size that is kept at hand.
    [Fact]
    public void LowMemoryIsTakenWhenThereIsNoOther()
    {
        var memory = new FrameMemory(new BootMemory(
            new MapEntry(3UL << 20, 0x8_0000, MapEntry.Usable), new MapEntry(32UL << 20, 9 * 4096, MapEntry.Usable)));
        FrameZone[] zones = [.. TakeAll(memory).Select(BuddyLists.ZoneOf)];
        Assert.Equal(8, zones.Count(static zone => zone == FrameZone.Dma32));
        Assert.All(zones.Take(8), static zone => Assert.Equal(FrameZone.Dma32, zone));
    }

    [Fact]
    public void SingleFramesAtHandMakeRoomForABlock()
    {
        FrameMemory memory = FrameMemory.Sparse();
        var frames = TakeAll(memory);
        frames.ForEach(frame => memory.Frames.ReleaseReference(frame));
        Assert.Equal(FrameCache.Capacity, memory.Frames.FillReserve(new FrameCount(1000)).Value);
        Assert.True(memory.Frames.TryTakeBlock(FrameOrder.Large, FrameZone.Dma32, FrameUse.Page, out _));
        memory.AssertSound();
    }

    [Fact]
    public void WhereverTinyMemoryRunsOutNothingHasChanged() => RunOut(FrameMemory.Tiny(70), step: 1);

    [Fact]
    public void WhereverSparseMemoryRunsOutNothingHasChanged() => RunOut(FrameMemory.Sparse(), step: 60);

    [Fact]
    public void TheReserveIsFilledInStepsAndServesEverybodyWhenNothingElseIsLeft()
    {
        FrameMemory memory = FrameMemory.Tiny(5);
        Assert.Equal(3U, memory.Frames.FillReserve(new FrameCount(3)).Value);
        Assert.Equal(5U, memory.Frames.Free.Value);
        Assert.Equal(5, TakeAll(memory).Count);
        Assert.Equal(0U, memory.Frames.ZeroedFrames.Value);
        memory.AssertSound();
    }

    [Fact]
    public void AFrameOfZerosIsClearedWhereTheReserveIsEmpty()
    {
        FrameMemory memory = FrameMemory.Tiny(5);
        Assert.True(memory.Frames.TryTake(FrameUse.Page, out Frame frame));
        memory.Frames.ReleaseReference(frame);
        Assert.True(SimMachine.Current.Holds(frame, FreedFrames.Junk));
        Assert.True(memory.Frames.TryTakeZeroed(FrameUse.Page, out Frame zeroed));
        Assert.Equal(frame, zeroed);
        Assert.True(SimMachine.Current.Holds(zeroed, 0));
    }

    [Fact]
    public void WhatIsNotOnesOwnCannotBeGivenBack()
    {
        FrameMemory memory = FrameMemory.Sparse();
        Assert.True(memory.Frames.TryTakeBlock(new FrameOrder(3), FrameZone.Anywhere, FrameUse.Page, out Frame block));
        AssertPanics(memory, block, "it was released while something points at it");
        const string foreign = "it was released, but it begins no frame or block in use";
        AssertPanics(memory, block + new FrameCount(1), foreign);
        memory.Frames.ReleaseReference(block);
        AssertPanics(memory, block, foreign);
        AssertPanics(memory, new Frame(0), foreign);
        Assert.True(memory.Frames.TryTake(FrameUse.Page, out Frame single));
        memory.Frames.ReleaseReference(single);
        AssertPanics(memory, single, foreign);
        SimPanicException panic =
            Assert.Throws<SimPanicException>(() => memory.Frames.ReleaseReference(single));
        Assert.Equal($"frame {single.Number:x}: a reference was dropped, and there was none", panic.Message);
        memory.AssertSound();
    }

    [Fact]
    public void CopiesOfPagesAreTheirOwn()
    {
        SimMachine.Reset();
        SimMachine.FillPage(new Frame(5), 7);
        SimMachine.CopyPage(new Frame(6), new Frame(5));
        SimMachine.ClearPage(new Frame(5));
        Assert.True(SimMachine.Current.Holds(new Frame(6), 7));
        Assert.True(SimMachine.Current.Holds(new Frame(5), 0));
    }

    private static void RunOut(FrameMemory memory, int step)
    {
        int refusals = 0;
        while (memory.Frames.Free > FrameCount.Zero)
        {
            for (FrameOrder order = FrameOrder.One; order.Exponent <= 19; order = order.Twice)
            {
                for (FrameZone zone = FrameZone.RealMode; zone <= FrameZone.Anywhere; zone++)
                {
                    refusals += Refuses(memory, order, zone) ? 1 : 0;
                }
            }

            for (int i = 0; i < step; i++)
            {
                memory.Frames.TryTake(FrameUse.Page, out _);
            }
        }

        Assert.InRange(refusals, 500, int.MaxValue);
        AssertIsOut(memory);
    }

    private static void AssertIsOut(FrameMemory memory)
    {
        Assert.False(memory.Frames.TryTake(FrameUse.Page, out Frame none));
        Assert.Equal(Frame.None, none);
        Assert.False(memory.Frames.TryTakeZeroed(FrameUse.Page, out none));
        Assert.Equal(Frame.None, none);
        Assert.Equal(FrameCount.Zero, memory.Frames.FillReserve(new FrameCount(1)));
        memory.AssertSound();
    }

    private static bool Refuses(FrameMemory memory, FrameOrder order, FrameZone zone)
    {
        SortedSet<uint> before = memory.FreeFrames();
        if (memory.Frames.TryTakeBlock(order, zone, FrameUse.Page, out Frame block))
        {
            memory.Frames.ReleaseReference(block);
            return false;
        }

        Assert.Equal(Frame.None, block);
        Assert.True(before.SetEquals(memory.FreeFrames()));
        Assert.Equal((uint)before.Count, memory.Frames.Free.Value);
        return true;
    }

    private static void AssertPanics(FrameMemory memory, Frame frame, string wrong)
    {
        SimPanicException panic = Assert.Throws<SimPanicException>(() => memory.Frames.Release(frame));
        Assert.Equal($"frame {frame.Number:x}: {wrong}", panic.Message);
    }

    private static List<Frame> TakeAll(FrameMemory memory)
    {
        var frames = new List<Frame>();
        while (memory.Frames.TryTake(FrameUse.Page, out Frame frame))
        {
            frames.Add(frame);
        }

        return frames;
    }
}
