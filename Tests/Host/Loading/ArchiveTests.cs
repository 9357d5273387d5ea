using System.Linq;
using System.Text;
using Kernel.Loading;
using Xunit;

namespace Kernel.Tests.Host.Loading;

public class ArchiveTests
{
    [Fact]
    public void WhatCpioMadeIsReadAsItIs()
    {
        OpenedArchive opened = OpenedArchive.Open(RealFiles.Archive);
        Assert.Equal(ArchiveError.None, opened.Error);
        Assert.Equal(
            ["data.txt: 0123456", "empty: ", "hello: second program", "init: first\n"],
            opened.Files.Select(static each => $"{each.Name}: {Encoding.ASCII.GetString(each.Contents)}"));
    }

    [Fact]
    public void AnEmptyArchiveHasNoFile()
    {
        OpenedArchive opened = OpenedArchive.Open(new ArchiveBuilder().Build());
        Assert.Equal(ArchiveError.None, opened.Error);
        Assert.Empty(opened.Files);
    }

    [Fact]
    public void NoArchiveHasNoFile()
    {
        foreach (ArchiveFile file in default(Archive))
        {
            Assert.Fail(Encoding.ASCII.GetString(file.Name));
        }

        Assert.False(default(Archive).TryFind("init"u8, out _));
    }

    [Fact]
    public void AFileIsFoundByItsWholeName()
    {
        byte[] bytes = ArchiveBuilder.Sample.Build();
        Assert.Equal(ArchiveError.None, Archive.TryOpen(bytes, out Archive archive));
        Assert.True(archive.TryFind("hello"u8, out ArchiveFile file));
        Assert.Equal(301, file.Contents.Length);
        Assert.Equal(300 % 256, file.Contents[300]);
        Assert.True(archive.TryFind("no.data"u8, out ArchiveFile empty));
        Assert.True(empty.Contents.IsEmpty);
        foreach (string name in new[] { "hell", "hello2", "Hello", "", "TRAILER!!!", "070701" })
        {
            Assert.False(archive.TryFind(Encoding.ASCII.GetBytes(name), out _), name);
        }
    }

    [Fact]
    public void SmallHexadecimalDigitsCountAsWell()
    {
        byte[] bytes = new ArchiveBuilder().File("init", new byte[0xABC]).Build();
        Assert.Contains("00000ABC", Encoding.Latin1.GetString(bytes));
        string text = Encoding.Latin1.GetString(bytes).Replace("00000ABC", "00000abc");
        Assert.Equal(0xABC, OpenedArchive.Open(Encoding.Latin1.GetBytes(text)).Files.Single().Contents.Length);
    }

    [Fact]
    public void TheMostFilesAndTheLongestNameAreTaken()
    {
        var builder = new ArchiveBuilder();
        for (int i = 0; i < Archive.Capacity; i++)
        {
            builder.File(i.ToString().PadLeft(Archive.MaxNameLength, 'x'), [(byte)i]);
        }

        OpenedArchive opened = OpenedArchive.Open(builder.Build());
        Assert.Equal(ArchiveError.None, opened.Error);
        Assert.Equal(Enumerable.Range(0, Archive.Capacity), opened.Files.Select(static each => (int)each.Contents[0]));
    }
}
