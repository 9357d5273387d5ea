using Kernel.Memory;
using Kernel.Tests.Host.Firmware;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Memory;

public class BootUseTests
{
    [Theory]
    [InlineData(0x16_0000UL, 0x15F, true)]
    [InlineData(0x16_0000UL, 0x160, false)]
    [InlineData(0x16_0001UL, 0x160, true)]
    public void TheTablesOfTheBootAreInUse(ulong firstFree, uint frame, bool isInUse) =>
        Assert.Equal(isInUse, IsInUse(new BootMemory(MapEntry.Pc128MiB), firstFree, frame));

    [Fact]
    public void WithoutTablesTheRangeOfTablesIsEmpty()
    {
        var memory = new BootMemory(MapEntry.Pc128MiB);
        var use = new BootUse(in memory.Info, BootMemory.Image, new PhysAddr(0xF_0000));
        for (int i = 0; i < use.Count; i++)
        {
            Assert.True(use[i].First <= use[i].End);
        }
    }

    private static bool IsInUse(BootMemory memory, ulong firstFree, uint number)
    {
        var use = new BootUse(in memory.Info, BootMemory.Image, new PhysAddr(firstFree));
        var frame = new Frame(number);
        return use.Overlaps(new FrameRange(frame, frame + new FrameCount(1)), out _);
    }
}
