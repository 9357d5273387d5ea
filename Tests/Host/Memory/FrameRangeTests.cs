using Kernel.Firmware;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Memory;

public class FrameRangeTests
{
    [Theory]
    [InlineData(0x1000UL, 0x3000UL, 1, 3)]
    [InlineData(0x1001UL, 0x3FFFUL, 2, 3)]
    [InlineData(0x1001UL, 0x1FFFUL, 2, 2)]
    [InlineData(0x1800UL, 0x1800UL, 2, 2)]
    public void FramesThatLieWhollyInARange(ulong start, ulong end, uint first, uint behind) =>
        Assert.Equal(Frames(first, behind), FrameRange.Within(new PhysRange(new PhysAddr(start), new PhysAddr(end))));

    [Theory]
    [InlineData(0x1000UL, 0x3000UL, 1, 3)]
    [InlineData(0x1FFFUL, 0x3001UL, 1, 4)]
    [InlineData(0x1800UL, 0x1801UL, 1, 2)]
    [InlineData(0x1800UL, 0x1800UL, 1, 1)]
    public void FramesThatARangeTouches(ulong start, ulong end, uint first, uint behind) =>
        Assert.Equal(Frames(first, behind), FrameRange.Touching(new PhysRange(new PhysAddr(start), new PhysAddr(end))));

    [Theory]
    [InlineData(4, 6, true)]
    [InlineData(0, 3, true)]
    [InlineData(0, 2, false)]
    [InlineData(9, 12, true)]
    [InlineData(10, 12, false)]
    [InlineData(5, 5, false)]
    public void RangesThatShareAFrame(uint first, uint behind, bool expected)
    {
        Assert.Equal(expected, Frames(2, 10).Overlaps(Frames(first, behind)));
        Assert.Equal(expected, Frames(first, behind).Overlaps(Frames(2, 10)));
    }

    private static FrameRange Frames(uint first, uint behind) => new(new Frame(first), new Frame(behind));
}
