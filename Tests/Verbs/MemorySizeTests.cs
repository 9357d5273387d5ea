using Machines;
using Xunit;

namespace Verbs.Tests;

/// <summary>Amounts of memory as users write them.</summary>
public sealed class MemorySizeTests
{
    [Theory]
    [InlineData("128M", 128)]
    [InlineData("64m", 64)]
    [InlineData("8G", 8192)]
    [InlineData("1g", 1024)]
    [InlineData("512", 512)]
    [InlineData("1024G", 1048576)]
    public void Reads(string text, int mebibytes)
    {
        Assert.True(MemorySize.TryParse(text, out MemorySize size));
        Assert.Equal(mebibytes, size.Mebibytes);
        Assert.Equal($"{mebibytes}M", size.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("M")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5G")]
    [InlineData("128K")]
    [InlineData("1025G")]
    [InlineData("99999999999999M")]
    [InlineData(" 5")]
    public void Refuses(string text) => Assert.False(MemorySize.TryParse(text, out _));
}
