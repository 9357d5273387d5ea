using System.Linq;
using System.Text;
using Kernel.Console;
using Xunit;

namespace Kernel.Tests.Host.Console;

public class CodePage437Tests
{
    private static readonly Encoding s_codePage = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    [Fact]
    public void AgreesWithDotNet()
    {
        for (int i = 0x20; i <= 0xFF; i++)
        {
            if (i != 0x7F)
            {
                Assert.Equal(s_codePage.GetString([(byte)i])[0], CodePage437.ToUnicode((byte)i));
            }
        }
    }

    [Fact]
    public void GoesBackAndForth()
    {
        for (int i = 1; i <= 0xFF; i++)
        {
            Assert.Equal((byte)i, CodePage437.FromUnicode(CodePage437.ToUnicode((byte)i)));
        }
    }

    [Theory]
    [InlineData('\u0001')]
    [InlineData('\u007F')]
    [InlineData('\u0085')]
    [InlineData('✓')]
    [InlineData(0xFFFD)]
    [InlineData(0x1F600)]
    [InlineData('A' + 0x10000)]
    public void WhatItLacksIsUnknown(uint scalar) => Assert.Equal(CodePage437.Unknown, CodePage437.FromUnicode(scalar));

    [Fact]
    public void HasNoCharacterTwice() =>
        Assert.Equal(255, Enumerable.Range(1, 255).Select(i => CodePage437.ToUnicode((byte)i)).Distinct().Count());
}
