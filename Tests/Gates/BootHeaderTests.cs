using Symbols.Elf;
using Xunit;
using Xunit.Sdk;

namespace Kernel.Tests.Gates;

public class BootHeaderTests
{
    private const int MultibootLength = 8;
    private const int MultibootChecksum = 12;
    private const int FirstTagSize = 20;
    private const int PvhEntry = 16;

    [Fact]
    public void Multiboot2HeaderIsWhereLoadersLook() =>
        BootHeaderRules.Multiboot2HeaderIsWhereLoadersLook(BuiltKernel.Image);

    [Theory]
    [InlineData(0)]
    [InlineData(MultibootChecksum)]
    public void AHeaderThatLoadersRefuseIsFound(int field) => Assert.ThrowsAny<XunitException>(
        () => BootHeaderRules.Multiboot2HeaderIsWhereLoadersLook(WithInverted(".multiboot", field)));

    [Fact]
    public void Multiboot2TagsEndWhereTheHeaderDoes() =>
        BootHeaderRules.Multiboot2TagsEndWhereTheHeaderDoes(BuiltKernel.Image);

    [Theory]
    [InlineData(FirstTagSize)]
    [InlineData(MultibootLength)]
    public void TagsThatEndElsewhereAreFound(int field) => Assert.ThrowsAny<XunitException>(
        () => BootHeaderRules.Multiboot2TagsEndWhereTheHeaderDoes(WithInverted(".multiboot", field)));

    [Fact]
    public void PvhNotePointsIntoLoadedCode() => BootHeaderRules.PvhNotePointsIntoLoadedCode(BuiltKernel.Image);

    [Fact]
    public void ANoteThatPointsElsewhereIsFound()
    {
        Assert.ThrowsAny<XunitException>(
            static () => BootHeaderRules.PvhNotePointsIntoLoadedCode(WithInverted(".note.pvh", PvhEntry + 2)));
        Assert.ThrowsAny<XunitException>(
            static () => BootHeaderRules.PvhNotePointsIntoLoadedCode(WithInverted(".note.pvh", MultibootLength)));
    }

    private static ElfImage WithInverted(string section, int offset)
    {
        ElfImage image = BuiltKernel.Image;
        int at = (int)image.FindSection(section)!.Offset + offset;
        return Damaged.At(at, (byte)~image.Bytes[at]);
    }
}
