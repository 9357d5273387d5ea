using System;
using Machines;
using Xunit;

namespace Verbs.Tests;

/// <summary>Screen dumps, without a machine.</summary>
public sealed class PngTests
{
    [Fact]
    public void PixmapsAreRead()
    {
        Picture picture = PortablePixmap.Parse((byte[])[.. "P6\n2 1\n255\n"u8, 1, 2, 3, 4, 5, 6]);
        Assert.Equal((2, 1), (picture.Width, picture.Height));
        Assert.Equal([1, 2, 3, 4, 5, 6], picture.Rgb.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("P6")]
    [InlineData("P5\n1 1\n255\nabc")]
    [InlineData("P6\n1 1\n255\nab")]
    [InlineData("P6\n1 1\n255\nabcd")]
    [InlineData("P6\n1 1\n65535\nabc")]
    [InlineData("P6\n-1 1\n255\n")]
    [InlineData("P6\n99999999999 1\n255\nabc")]
    [InlineData("P6\n2147483647 2147483647\n255\nabc")]
    public void DamagedPixmapsAreRefused(string file) =>
        Assert.Throws<MachineException>(() => PortablePixmap.Parse(System.Text.Encoding.ASCII.GetBytes(file)));

    // The checksum of an empty IEND chunk is the same in every PNG file (PNG specification, section 11.2.5).
    [Fact]
    public void ChunksCarryTheirChecksum()
    {
        byte[] png = Png.Encode(new Picture(1, 1, new byte[3]));
        Assert.Equal([0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82], png[^12..]);
    }

    [Fact]
    public void TheSamePictureGivesTheSameBytes()
    {
        var picture = new Picture(3, 2, new byte[18]);
        Assert.True(Png.Encode(picture).AsSpan().SequenceEqual(Png.Encode(picture)));
    }
}
