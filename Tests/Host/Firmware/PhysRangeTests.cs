using Kernel.Firmware;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Firmware;

public sealed class PhysRangeTests
{
    [Theory]
    [InlineData(0UL, 1UL << 52, true)]
    [InlineData(1UL << 52, 0UL, true)]
    [InlineData(1UL << 52, 1UL, false)]
    [InlineData((1UL << 52) + 1, 0UL, false)]
    [InlineData(1UL, 1UL << 52, false)]
    [InlineData(0x1000UL, ulong.MaxValue, false)]
    [InlineData(ulong.MaxValue, 1UL, false)]
    public void OnlyWhatAProcessorCanAddressIsARange(ulong start, ulong length, bool expected)
    {
        Assert.Equal(expected, PhysRange.TryCreate(new PhysAddr(start), new ByteCount(length), out PhysRange range));
        Assert.Equal(expected ? length : 0, range.Length.Value);
    }

    [Fact]
    public void NeighboursDoNotOverlapAndEmptyRangesNeverDo()
    {
        PhysRange range = Samples.Range(0x1000, 0x2000);

        Assert.True(range.Overlaps(Samples.Range(0x1FFF, 0x3000)));
        Assert.False(range.Overlaps(Samples.Range(0x2000, 0x3000)));
        Assert.False(range.Overlaps(Samples.Range(0, 0x1000)));
        Assert.False(range.Overlaps(Samples.Range(0x1800, 0x1800)));
        Assert.False(Samples.Range(0x1800, 0x1800).Overlaps(range));
    }
}
