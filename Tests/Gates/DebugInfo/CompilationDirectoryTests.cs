using System;
using System.Linq;
using System.Text;
using Symbols;
using Symbols.Dwarf;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates.DebugInfo;

public class CompilationDirectoryTests
{
    private const string Directory = "/src";
    private const string ShortName = "a";
    private const string LongName = "a-folder-with-a-much-longer-name-than-the-other-one";

    [Fact]
    public void TheAssemblerNamesTheFolder() =>
        Assert.True(Names(Linked.ObjectFrom(LongName, Sources.Frames).Bytes, LongName));

    [Fact]
    public void TheSameSourceGivesTheSameBytesInEveryFolder()
    {
        byte[] first = CompilationDirectory.Set(Linked.ObjectFrom(ShortName, Sources.Frames), Directory);
        byte[] second = CompilationDirectory.Set(Linked.ObjectFrom(LongName, Sources.Frames), Directory);
        Assert.Equal(first, second);
        Assert.False(Names(second, LongName));
        Assert.True(Names(second, Directory + '\0'));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/a/directory/with/a/name/that/is/very/much/longer/than/any/temporary/directory/should/have")]
    public void EverythingElseIsAsItWas(string directory)
    {
        ElfImage before = Linked.ObjectFrom(ShortName, Sources.Frames);
        ElfImage after = ElfImage.Parse(CompilationDirectory.Set(before, directory));
        string[] changed = [.. before.Sections.Zip(after.Sections)
            .Where(pair => !before.Contents(pair.First).SequenceEqual(after.Contents(pair.Second)))
            .Select(static pair => pair.First.Name)];
        Assert.Equal([".debug_info", ".rela.debug_info"], changed);
        ElfImage expected = Linked.FromObject(before.Bytes.ToArray());
        ElfImage linked = Linked.FromObject(after.Bytes.ToArray());
        Assert.NotEmpty(DwarfLines.Read(expected).Rows);
        Assert.Equal<LineRow>(DwarfLines.Read(expected).Rows, DwarfLines.Read(linked).Rows);
        Assert.Equal(UnitEnd(expected), UnitEnd(linked));
    }

    [Fact]
    public void SettingItAgainChangesNothing()
    {
        byte[] once = CompilationDirectory.Set(Linked.ObjectFrom(ShortName, Sources.Frames), Directory);
        Assert.Equal(once, CompilationDirectory.Set(ElfImage.Parse(once), Directory));
    }

    [Fact]
    public void AnObjectWithoutDebugInformationKeepsItsSections()
    {
        ElfImage before = Linked.Object(Sources.Frames);
        ElfImage after = ElfImage.Parse(CompilationDirectory.Set(before, Directory));
        Assert.Equal(before.Sections.Length, after.Sections.Length);
        Assert.All(before.Sections.Zip(after.Sections), pair =>
            Assert.Equal(before.Contents(pair.First).ToArray(), after.Contents(pair.Second).ToArray()));
    }

    [Fact]
    public void AKernelThatIsLinkedIsRefused() => Assert.Throws<SymbolsException>(
        static () => CompilationDirectory.Set(Linked.WithLines(Sources.Frames), Directory));

    [Theory]
    [InlineData(0, "not one unit")]
    [InlineData(4, "version")]
    [InlineData(11, "in which directory")]
    public void AUnitOfAnotherKindIsRefused(int position, string message)
    {
        ElfImage image = Linked.ObjectFrom(ShortName, Sources.Frames);
        byte[] bytes = image.Bytes.ToArray();
        bytes[(int)image.FindSection(".debug_info")!.Offset + position] ^= 0x40;
        string said =
            Assert.Throws<SymbolsException>(() => CompilationDirectory.Set(ElfImage.Parse(bytes), Directory)).Message;
        Assert.Contains(message, said, StringComparison.Ordinal);
    }

    /// <summary>
    /// What comes behind the directory's name in the unit: the assembler's name, the language, and the address of the
    /// code, which only a relocation in the right place fills in.
    /// </summary>
    private static string UnitEnd(ElfImage image)
    {
        ReadOnlySpan<byte> unit = image.Contents(".debug_info");
        return Convert.ToHexString(unit[unit.IndexOf("NASM"u8)..]);
    }

    private static bool Names(ReadOnlySpan<byte> bytes, string text) =>
        bytes.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
