using System.Globalization;
using Kernel.Text;
using Xunit;

namespace Kernel.Tests.Host.Text;

public class NumberTextTests
{
    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(999)]
    [InlineData(1000)]
    [InlineData(ulong.MaxValue)]
    [InlineData(9_999_999_999_999_999_999)]
    [InlineData(10_000_000_000_000_000_000)]
    [InlineData(1UL << 63)]
    public void AgreesWithDotNetAtTheEdges(ulong value) => AssertAgrees(value);

    [Fact]
    public void AgreesWithDotNet() => Property.Holds(Samples.Numbers, AssertAgrees, 20_000);

    [Fact]
    public void LeavesOutANumberThatDoesNotFit()
    {
        Assert.Equal("12345", Samples.Write(static (ref b) => b.AppendDecimal(12345UL), 5));
        Assert.Equal("...", Samples.Write(static (ref b) => b.AppendDecimal(12345UL), 4));
        Assert.Equal("...", Samples.Write(static (ref b) => b.AppendGrouped(12345), 5));
        Assert.Equal("...", Samples.Write(static (ref b) => b.AppendHexadecimal(0x12345), 4));
    }

    private static void AssertAgrees(ulong value)
    {
        Assert.Equal(value.ToString(s_invariant), Samples.Write((ref b) => b.AppendDecimal(value)));
        Assert.Equal(((long)value).ToString(s_invariant), Samples.Write((ref b) => b.AppendDecimal((long)value)));
        Assert.Equal(value.ToString("n0", s_invariant), Samples.Write((ref b) => b.AppendGrouped(value)));
        Assert.Equal(value.ToString("x", s_invariant), Samples.Write((ref b) => b.AppendHexadecimal(value)));
        Assert.Equal(value.ToString("x9", s_invariant), Samples.Write((ref b) => b.AppendHexadecimal(value, 9)));
        Assert.Equal(value.ToString("x16", s_invariant), Samples.Write((ref b) => b.AppendHexadecimal(value, 99)));
    }
}
