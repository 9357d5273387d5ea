using System;
using System.Linq;
using Kernel.Loading;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Loading;

public sealed class ProgramFileTests : IDisposable
{
    public ProgramFileTests() => SimMachine.Reset();

    public void Dispose() => SimMachine.Reset();

    [Fact]
    public void WhatALinkerMadeIsReadAsItIs()
    {
        Assert.Equal(ElfError.None, ProgramFile.TryDecode(RealFiles.Program, out ProgramFile program));
        Assert.Equal(0x40_1000UL, program.Entry.Value);
        Assert.Equal(3, program.Segments.Length);
        AssertSegment(in program, 0, 0x40_0000, 0x40_1000, PageRights.Read, [.. "constantsKSYM"u8, 1]);
        AssertSegment(
            in program, 1, 0x40_1000, 0x40_2000, PageRights.Execute, [0xB8, 6, 0, 0, 0, 0x31, 0xFF, 0x0F, 0x05]);
        AssertSegment(
            in program, 2, 0x40_2000, 0x40_5000, PageRights.Write, [0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11]);
        Assert.Equal([.. "KSYM"u8, 1], program.Symbols.ToArray());
    }

    [Fact]
    public void SegmentsNeedNotBeginAtAPage()
    {
        Assert.Equal(ElfError.None, ProgramFile.TryDecode(ElfBuilder.Sample.Build(), out ProgramFile program));
        Assert.Equal(ElfBuilder.Entry, program.Entry.Value);
        AssertSegment(in program, 0, 0x40_0000, 0x40_1000, PageRights.Read, ElfBuilder.Bytes(300, 1));
        AssertSegment(in program, 1, 0x40_1000, 0x40_3000, PageRights.Execute, ElfBuilder.Bytes(5000, 2));
        AssertSegment(in program, 2, 0x40_3000, 0x40_7000, PageRights.Write, ElfBuilder.Bytes(100, 4));
        Assert.Equal(0x40_3FF0UL, program.Segments[2].Start.Value);
        Assert.Equal(ElfBuilder.Bytes(20, 5), program.Symbols.ToArray());
    }

    [Fact]
    public void WithoutSymbolsThereAreNone()
    {
        Assert.Equal(ElfError.None, ProgramFile.TryDecode(Code(0x40_0000, 16), out ProgramFile program));
        Assert.True(program.Symbols.IsEmpty);
    }

    [Theory]
    [InlineData(0x1000, 16)]
    [InlineData(0x7FFF_FFFF_E000, 4096)]
    [InlineData(0x7FFF_FFFF_EFFF, 1)]
    public void TheWholeUserHalfCanBeUsed(ulong address, int length) =>
        Assert.Equal(ElfError.None, ProgramFile.TryDecode(Code(address, length), out _));

    // PF_W or PF_X alone: the gABI lets a system give the right to read with it.
    [Theory]
    [InlineData(1, PageRights.Execute)]
    [InlineData(2, PageRights.Write)]
    [InlineData(4, PageRights.Read)]
    [InlineData(5, PageRights.Execute)]
    [InlineData(6, PageRights.Write)]
    public void FlagsBecomeRights(uint flags, PageRights rights)
    {
        byte[] file = new ElfBuilder()
            .Part(new ElfPart(ElfPart.Load, 5, ElfBuilder.Entry, [0xC3]))
            .Part(new ElfPart(ElfPart.Load, flags, 0x50_0000, [1])).Build();
        Assert.Equal(ElfError.None, ProgramFile.TryDecode(file, out ProgramFile program));
        Assert.Equal(rights, program.Segments[1].Rights);
    }

    [Fact]
    public void EmptySegmentsDoNotCount()
    {
        var builder = new ElfBuilder().Part(new ElfPart(ElfPart.Load, 5, ElfBuilder.Entry, [0xC3]));
        for (int i = 1; i < ProgramFile.MaxHeaders; i++)
        {
            builder.Part(new ElfPart(ElfPart.Load, 7, 0, []) { Offset = ulong.MaxValue });
        }

        Assert.Equal(ElfError.None, ProgramFile.TryDecode(builder.Build(), out ProgramFile program));
        Assert.Equal(1, program.Segments.Length);
    }

    [Fact]
    public void TheMostSegmentsAreTaken()
    {
        byte[] file = ElfBuilder.ManySegments(ProgramFile.MaxSegments);
        Assert.Equal(ElfError.None, ProgramFile.TryDecode(file, out ProgramFile program));
        Assert.Equal(
            Enumerable.Range(0, ProgramFile.MaxSegments).Select(static i => ElfBuilder.Entry + ((ulong)i * 4096)),
            program.Segments.ToArray().Select(static each => each.Start.Value));
    }

    [Theory]
    [InlineData(0x7FFF_FFF0)]
    [InlineData(0x8000_0000)]
    [InlineData(1UL << 63)]
    public void ZerosMayClaimToLieAnywhereInTheFile(ulong offset)
    {
        ElfBuilder builder = ElfBuilder.Sample.With(4, part => part with { Offset = offset, FileSize = 0 });
        byte[] file = builder.Build();
        Assert.Equal(ElfError.None, ProgramFile.TryDecode(file, out ProgramFile program));
        Assert.True(program.ContentsOf(in program.Segments[2]).IsEmpty);
    }

    private static byte[] Code(ulong address, int length)
    {
        byte[] file = new ElfBuilder().Part(new ElfPart(ElfPart.Load, 5, address, ElfBuilder.Bytes(length, 1))).Build();
        ElfBuilder.Write(file, 24, 8, address);
        return file;
    }

    private static void AssertSegment(
        in ProgramFile program, int number, ulong start, ulong end, PageRights rights, byte[] contents)
    {
        ProgramSegment segment = program.Segments[number];
        Assert.Equal((start, end), (segment.Pages.Start.Value, segment.Pages.End.Value));
        Assert.Equal(rights, segment.Rights);
        Assert.Equal(rights == PageRights.Execute ? RegionKind.Code : RegionKind.Data, segment.Kind);
        Assert.Equal(contents, program.ContentsOf(in segment).ToArray());
        Assert.Equal(segment.Pages.Start, new VirtAddr(segment.Start.Value & ~0xFFFUL));
    }
}
