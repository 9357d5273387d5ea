using System.Linq;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tests.Host.Firmware;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Memory;

public class BuddyListsTests
{
    private const ulong GiB = 1UL << 30;

    [Theory]
    [InlineData(0xFFU, FrameZone.RealMode)]
    [InlineData(0x100U, FrameZone.Isa)]
    [InlineData(0xFFFU, FrameZone.Isa)]
    [InlineData(0x1000U, FrameZone.Dma32)]
    [InlineData(0xF_FFFFU, FrameZone.Dma32)]
    [InlineData(0x10_0000U, FrameZone.Anywhere)]
    public void AZoneEndsWithTheLastAddressThatReachesIt(uint frame, FrameZone zone) =>
        Assert.Equal(zone, BuddyLists.ZoneOf(new Frame(frame)));

    [Fact]
    public void BlocksGrowToAGibibyteAndNoFurther()
    {
        // Both halves of 2 GiB are free; the records lie in the third.
        var memory = new FrameMemory(new BootMemory(new MapEntry(4 * GiB, 3 * GiB, MapEntry.Usable)));
        memory.AssertSound();
        Assert.Equal(2, memory.FreeBlocks().Values.Count(static order => order == FrameOrder.Huge.Exponent));
        Assert.True(memory.Frames.TryTakeBlock(FrameOrder.Huge, FrameZone.Anywhere, FrameUse.Page, out Frame block));
        memory.Frames.ReleaseReference(block);
        memory.AssertSound();
    }

    [Theory]
    [InlineData(19)]
    [InlineData(32)]
    public void LargerBlocksThanThereAreAreRefused(byte exponent)
    {
        FrameMemory memory = FrameMemory.Sparse();
        Assert.False(memory.Frames.TryTakeBlock(
            new FrameOrder(exponent), FrameZone.Anywhere, FrameUse.Page, out Frame block));
        Assert.Equal(Frame.None, block);
        memory.AssertSound();
    }
}
