using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Processor;

public class ApicCalibrationTests
{
    private const ulong Period = 10_000;

    [Theory]
    [InlineData(0U, false)]
    [InlineData(1U, true)]
    [InlineData(62_500U, true)]
    [InlineData(uint.MaxValue - 1, true)]
    [InlineData(uint.MaxValue, false)]
    public void ATimerWhoseRegisterNeverChangesDoesNotCount(uint counted, bool counts) =>
        Assert.Equal(counts, new ApicCalibration(counted, 1_000_000, 1000).Counts);

    [Theory]
    [InlineData(62_500U, 1_000_000UL, 1000UL, 625_000U)]
    [InlineData(125U, 60_000UL, 3000UL, 62_500U)]
    [InlineData(uint.MaxValue - 1, 300_000_000_000UL, 4000UL, 572_662U)]
    public void CountsFollowFromWhatPassedMeanwhile(uint counted, ulong elapsed, ulong rate, uint expected) =>
        Assert.Equal(expected, new ApicCalibration(counted, elapsed, rate).CountsIn(Period));

    [Fact]
    public void WithoutARateSomeCountsDo() =>
        Assert.Equal(1_000_000U, new ApicCalibration(62_500, 1_000_000, 0).CountsIn(Period));
}
