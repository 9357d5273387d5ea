using System;
using System.Collections.Generic;
using System.Linq;
using Iced.Intel;
using Kernel.Diagnostics;
using Kernel.Loading;
using Kernel.Memory;
using Symbols;
using Symbols.Elf;
using Symbols.Names;
using Xunit;
using Xunit.Sdk;

namespace Kernel.Tests.Gates;

/// <summary>What must hold of the programs of ring 3 as they were built.</summary>
public class ProgramTests
{
    // A stub and its caller's share of a short message's round trip: every instruction is paid for twice.
    private const int MostInAStub = 10;
    private const int SizeLimit = 64 << 10;
    private const int LimitOfTests = 256 << 10;
    private const ulong LinkedAt = 0x40_0000;

    public static TheoryData<string> Programs => BuiltPrograms.All;

    [Fact]
    public void ThereArePrograms() => Assert.Contains("init", BuiltPrograms.Names);

    [Theory]
    [MemberData(nameof(Programs))]
    public void SegmentsHaveTheirRights(string name)
    {
        ElfImage image = BuiltPrograms.Image(name);
        SegmentRules.NothingIsWritableAndExecutable(image);
        SegmentRules.SectionAllows(image, ".text", isExecutable: true, isWritable: false);
        SegmentRules.SectionAllows(image, ".rodata", isExecutable: false, isWritable: false);
        SegmentRules.SectionAllows(image, ".data", isExecutable: false, isWritable: true);
        SegmentRules.SectionAllows(image, ".symbols", isExecutable: false, isWritable: false);
        SegmentRules.NoTwoSegmentsShareAPage(image, LinkedAt);
        Assert.Equal(LinkedAt, SegmentRules.Loaded(image).Min(static segment => segment.Address));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void NothingIsLeftToLink(string name)
    {
        SegmentRules.NothingIsLeftForADynamicLinker(BuiltPrograms.Image(name));
        Assert.ThrowsAny<XunitException>(
            () => SegmentRules.NothingIsLeftForADynamicLinker(BuiltPrograms.Object(name)));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void NothingWaitsToBeRunAtTheStart(string name) =>
        ObjectRules.HasNoEagerConstructor(BuiltPrograms.Object(name));

    [Theory]
    [MemberData(nameof(Programs))]
    public void TheLoaderTakesIt(string name)
    {
        byte[] file = BuiltPrograms.File(name);
        Assert.Equal(ElfError.None, ProgramFile.TryDecode(file, out ProgramFile program));
        Assert.Equal(4, program.Segments.Length);
        Assert.Equal(PageRights.Execute, program.Segments[0].Rights & (PageRights.Write | PageRights.Execute));
        Assert.Equal(LinkedAt, program.Entry.Value);
        Assert.InRange(file.Length, 1, name is "usertests" or "fuzz" ? LimitOfTests : SizeLimit);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void TheLoaderFindsItsSymbols(string name)
    {
        byte[] file = BuiltPrograms.File(name);
        Assert.Equal(ElfError.None, ProgramFile.TryDecode(file, out ProgramFile program));
        ElfImage image = BuiltPrograms.Image(name);
        Assert.Equal(image.Contents(".symbols"), program.Symbols);
        Span<byte> buffer = stackalloc byte[256];
        Assert.True(new SymbolTable(program.Symbols).TryFind(program.Entry, buffer, out Symbol symbol));
        Assert.Equal("_start", System.Text.Encoding.UTF8.GetString(symbol.Name));
        Assert.Equal("UserPrograms/Runtime/start.asm", System.Text.Encoding.UTF8.GetString(symbol.File));
    }

    [Theory]
    [InlineData("send_short")]
    [InlineData("reply_receive_short")]
    public void StubsAreShort(string stub) => Assert.InRange(InstructionsIn(stub), 1, MostInAStub);

    [Fact]
    public void ALongerFunctionIsFound() => Assert.True(InstructionsIn("call_kernel") > MostInAStub);

    private static int InstructionsIn(string function)
    {
        ElfImage image = BuiltPrograms.Image("talk");
        KernelFunction found = new FunctionReader(image, TypeCatalog.Empty, SourceRoot.Mapped).Read(new HashSet<string>())
            .Single(each => each.Symbol == function);
        return image.InstructionsOf(found).TakeWhile(static each => each.Mnemonic != Mnemonic.Ret).Count() + 1;
    }
}
