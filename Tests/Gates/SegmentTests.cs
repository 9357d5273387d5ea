using Symbols.Elf;
using Xunit;
using Xunit.Sdk;

namespace Kernel.Tests.Gates;

public class SegmentTests
{
    private const byte AllAccess = 7;
    private const byte InterpreterType = (byte)ElfSegment.Interpreter;

    [Fact]
    public void NothingIsWritableAndExecutable() => SegmentRules.NothingIsWritableAndExecutable(BuiltKernel.Image);

    [Fact]
    public void AWritableAndExecutableSegmentIsFound() => Assert.ThrowsAny<XunitException>(
        static () => SegmentRules.NothingIsWritableAndExecutable(
            Damaged.Segment(".text", Damaged.AccessField, AllAccess)));

    [Theory]
    [InlineData(".text", true, false)]
    [InlineData(".rodata", false, false)]
    [InlineData(".data", false, true)]
    [InlineData(".symbols", false, false)]
    public void SectionsAllowWhatTheyAreFor(string name, bool isExecutable, bool isWritable)
    {
        SegmentRules.SectionAllows(BuiltKernel.Image, name, isExecutable, isWritable);
        Assert.ThrowsAny<XunitException>(() => SegmentRules.SectionAllows(
            Damaged.Segment(name, Damaged.AccessField, AllAccess), name, isExecutable, isWritable));
    }

    [Fact]
    public void NoTwoSegmentsShareAPage() => SegmentRules.NoTwoSegmentsShareAPage(BuiltKernel.Image);

    [Fact]
    public void ASegmentThatReachesIntoTheNextIsFound() => Assert.ThrowsAny<XunitException>(
        static () => SegmentRules.NoTwoSegmentsShareAPage(
            Damaged.Segment(".rodata", Damaged.MemorySizeField + 2, byte.MaxValue)));

    [Fact]
    public void NothingIsLeftForADynamicLinker() => SegmentRules.NothingIsLeftForADynamicLinker(BuiltKernel.Image);

    [Fact]
    public void WhatADynamicLinkerWouldDoIsFound()
    {
        Assert.ThrowsAny<XunitException>(static () => SegmentRules.NothingIsLeftForADynamicLinker(
            Damaged.Segment(".text", Damaged.TypeField, InterpreterType)));
        Assert.ThrowsAny<XunitException>(
            static () => SegmentRules.NothingIsLeftForADynamicLinker(BuiltKernel.Object));
    }
}
