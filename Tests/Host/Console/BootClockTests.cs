using System.Globalization;
using Kernel.Console;
using Kernel.Machines;
using Kernel.Tests.Host.Text;
using Xunit;

namespace Kernel.Tests.Host.Console;

public class BootClockTests
{
    [Theory]
    [InlineData(0, 2400, "[   0.000000] ")]
    [InlineData(2_961_600, 2400, "[   0.001234] ")]
    [InlineData(24_000_000_000, 2400, "[  10.000000] ")]
    [InlineData(99_999_123_456, 1, "[99999.123456] ")]
    [InlineData(0, 0, "[          0] ")]
    [InlineData(1_234_567, 0, "[  1,234,567] ")]
    [InlineData(12_345_678_901, 0, "[12,345,678,901] ")]
    public void StampsLines(ulong ticks, ulong rate, string expected) =>
        Assert.Equal(expected, Samples.Write((ref b) => new BootClock(0, rate).AppendStamp(ref b, ticks)));

    [Fact]
    public void StampsWithMicroseconds() => Property.Holds(Samples.Numbers, ticks =>
    {
        decimal seconds = ticks / 1_000_000m;
        string expected = $"[{seconds.ToString("F6", CultureInfo.InvariantCulture),11}] ";
        Assert.Equal(expected, Samples.Write((ref b) => new BootClock(0, 1).AppendStamp(ref b, ticks)));
    });

    [Theory]
    [InlineData(12_345, 1000, "       12,345 ticks / 12 µs")]
    [InlineData(ulong.MaxValue, 1, "18,446,744,073,709,551,615 ticks / 18,446,744,073,709,551,615 µs")]
    [InlineData(12_345, 0, "       12,345 ticks")]
    public void NamesDurations(ulong ticks, ulong rate, string expected) =>
        Assert.Equal(expected, Samples.Write((ref b) => new BootClock(0, rate).AppendDuration(ref b, ticks)));

    [Fact]
    public void CountsFromTheKernelsEntry()
    {
        SimMachine.Reset().SetTimeStamp(1500);
        Assert.Equal(500UL, new BootClock(1000, 0).Elapsed);
    }
}
