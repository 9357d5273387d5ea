using System.Globalization;
using System.Numerics;
using Kernel.Text;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Text;

public class UnitTextTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1024, "1 KiB")]
    [InlineData(639 * 1024, "639 KiB")]
    [InlineData((1024 * 1024) - 1, "1023.9 KiB")]
    [InlineData(127 << 20, "127 MiB")]
    [InlineData((127 << 20) + (1 << 19), "127.5 MiB")]
    [InlineData(8UL << 30, "8 GiB")]
    [InlineData(1UL << 40, "1 TiB")]
    [InlineData(1UL << 50, "1 PiB")]
    [InlineData(ulong.MaxValue, "15.9 EiB")]
    public void NamesByteCounts(ulong bytes, string expected) =>
        Assert.Equal(expected, Samples.Write((ref b) => b.Append(new ByteCount(bytes))));

    [Fact]
    public void NeverSaysMoreThanThereIs() => Property.Holds(
        Samples.Numbers,
        bytes =>
        {
            string[] parts = Samples.Write((ref b) => b.Append(new ByteCount(bytes))).Split(' ');
            int shift = 10 * "B  KiBMiBGiBTiBPiBEiB".IndexOf(parts[1].PadRight(3), System.StringComparison.Ordinal) / 3;
            var tenths = (BigInteger)(decimal.Parse(parts[0], CultureInfo.InvariantCulture) * 10);
            Assert.True(tenths << shift <= (BigInteger)bytes * 10);
            Assert.True((tenths + 1) << shift > (BigInteger)bytes * 10);
        },
        20_000);

    [Fact]
    public void WritesAddressesWhole()
    {
        Assert.Equal("0x00000000000b8000", Samples.Write(static (ref b) => b.Append(new PhysAddr(0xB8000))));
        Assert.Equal(
            "0xffffffff80000000",
            Samples.Write(static (ref b) => b.Append(new VirtAddr(0xFFFF_FFFF_8000_0000))));
    }
}
