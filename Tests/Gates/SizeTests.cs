using System;
using System.IO;
using System.Linq;
using Symbols.Elf;
using Xunit;
using Xunit.Sdk;

namespace Kernel.Tests.Gates;

public class SizeTests
{
    private const ulong Limit = 256 << 10;
    private const string Stripped = "kernel.stripped.elf";

    [Fact]
    public void WhatIsLoadedStaysUnderTheLimit() => SegmentRules.LoadsLessThan(BuiltKernel.Image, Limit);

    [Fact]
    public void AKernelThatLoadsMoreIsFound() => Assert.ThrowsAny<XunitException>(
        static () => SegmentRules.LoadsLessThan(
        Damaged.Segment(".text", Damaged.FileSizeField + 2, (byte)(Limit >> 16)), Limit));

    [Fact]
    public void TheStrippedFileStaysUnderTheLimit() =>
        Assert.InRange((ulong)new FileInfo(BuiltKernel.PathOf(Stripped)).Length, 1UL, Limit - 1);

    [Fact]
    public void TheStrippedFileLoadsTheSameBytes()
    {
        ElfImage whole = BuiltKernel.Image;
        ElfImage stripped = ElfImage.Load(BuiltKernel.PathOf(Stripped));
        Assert.Equal(Loaded(whole), Loaded(stripped));
    }

    [Fact]
    public void AStrippedFileThatLoadsOtherBytesIsFound()
    {
        ElfImage whole = BuiltKernel.Image;
        var code = (int)whole.FindSection(".text")!.Offset;
        Assert.NotEqual(Loaded(whole), Loaded(Damaged.At(code, (byte)~whole.Bytes[code])));
    }

    private static (ulong Address, string Bytes)[] Loaded(ElfImage image) => [.. SegmentRules.Loaded(image)
        .Select(segment => (
            segment.Address, Convert.ToHexString(image.Bytes.Slice((int)segment.Offset, (int)segment.FileSize))))];
}
