using System;
using System.IO;
using Verbs.Usb;
using Xunit;

namespace Verbs.Tests;

/// <summary>Writing and reading back, with a file in the stick's place.</summary>
public sealed class StickTests : IDisposable
{
    private const int StickBytes = 5 << 20;

    private readonly string _file = Path.GetTempFileName();
    private readonly byte[] _image = new byte[(3 << 20) + 2048];

    public StickTests()
    {
        File.WriteAllBytes(_file, new byte[StickBytes]);
        new Random(20).NextBytes(_image);
    }

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void WhatIsWrittenIsReadBackAndNothingBehindItChanges()
    {
        using (Stick stick = Stick.Open(_file, ""))
        {
            stick.Write(new MemoryStream(_image));
            Assert.Null(stick.FirstDifference(new MemoryStream(_image)));
        }
        byte[] after = File.ReadAllBytes(_file);
        Assert.Equal(StickBytes, after.Length);
        Assert.True(after.AsSpan(0, _image.Length).SequenceEqual(_image));
        Assert.False(after.AsSpan(_image.Length).ContainsAnyExcept((byte)0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData((1 << 20) - 1)]
    [InlineData(1 << 20)]
    [InlineData((3 << 20) + 2047)]
    public void TheFirstWrongByteIsFound(int offset)
    {
        using Stick stick = Stick.Open(_file, "");
        stick.Write(new MemoryStream(_image));
        _image[offset] ^= 1;
        _image[^1] ^= 1;
        long expected = offset == _image.Length - 1 ? -1 : offset;
        Assert.Equal(expected, stick.FirstDifference(new MemoryStream(_image)) ?? -1);
    }

    [Fact]
    public void AStickThatEndsEarlyIsADifference()
    {
        File.WriteAllBytes(_file, _image[..100]);
        using Stick stick = Stick.Open(_file, "");
        Assert.Equal(100, stick.FirstDifference(new MemoryStream(_image)));
    }

    [Fact]
    public void WhatCannotBeOpenedIsTold()
    {
        var failure = Assert.Throws<VerbException>(() => Stick.Open("/dev/there-is-none", "").Dispose());
        Assert.Contains("/dev/there-is-none cannot be opened", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PartitionsAreShownWithTheirLabels()
    {
        const string Json = """
            {"blockdevices": [{"name":"sdb", "size":67108864, "fstype":null, "label":null, "children": [
                {"name":"sdb1", "size":1048576, "fstype":"vfat", "label":"HOLIDAYS"},
                {"name":"sdb2", "size":16000000000, "fstype":null, "label":null}]}]}
            """;
        Assert.Equal(
            ["/dev/sdb1  1 MB  vfat  \"HOLIDAYS\"", "/dev/sdb2  16 GB  unknown contents  no label"],
            Contents.Partitions(Json));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    public void StrangeWordsOfLsblkAreOneLine(string json) =>
        Assert.Contains("lsblk", Assert.Throws<VerbException>(() => Contents.Partitions(json)).Message, StringComparison.Ordinal);
}
