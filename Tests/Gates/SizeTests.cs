using System;
using System.IO;
using System.Linq;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates;

public class SizeTests
{
    private const ulong Limit = 200 << 10;
    private const string Stripped = "kernel.stripped.elf";

    [Fact]
    public void WhatIsLoadedStaysUnderTheLimit()
    {
        ulong size = BuiltKernel.Image.Segments
            .Where(static segment => segment.Type == ElfSegment.Load)
            .Aggregate(0UL, static (sum, segment) => sum + segment.FileSize);
        Assert.InRange(size, 1UL, Limit - 1);
    }

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

    private static (ulong Address, string Bytes)[] Loaded(ElfImage image) => [.. image.Segments
        .Where(static segment => segment.Type == ElfSegment.Load)
        .Select(segment => (
            segment.Address, Convert.ToHexString(image.Bytes.Slice((int)segment.Offset, (int)segment.FileSize))))];
}
