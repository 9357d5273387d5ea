using System.Linq;
using Symbols;
using Symbols.Dwarf;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates.DebugInfo;

public class DwarfLinesTests
{
    private const ulong Start = 0xFFFF_FFFF_8000_0000;

    [Fact]
    public void ReadsTheAssemblersLines()
    {
        ElfImage image = Linked.WithLines(Sources.Frames);
        DwarfLines lines = DwarfLines.Read(image);
        ulong leaf = image.Symbols.Single(static symbol => symbol.Name == "leaf").Value;
        string[] source = Sources.Frames.Split('\n');
        LineRow[] rows = [.. lines.Between(leaf, leaf + 6)];
        Assert.Equal(["mov rcx, rdx", "rep movsb", "ret"],
            rows.Select(row => source[row.Line - 1].Replace("leaf:", "").Trim()));
        Assert.All(rows, static row => Assert.Equal("sample.asm", row.File));
    }

    [Fact]
    public void ReadsVersion5() => Assert.Equal<LineRow>(
        [
            new LineRow(Start, Start + 1, "/src/Kernel/Five.cs", 42),
            new LineRow(Start + 1, Start + 2, "/src/Kernel/Five.cs", 44),
            new LineRow(Start + 2, Start + 3, "/src/Kernel/Five.cs", 43),
        ],
        DwarfLines.Read(Linked.Plain(Sources.Dwarf5)).Rows);

    [Fact]
    public void ResolverGivesNamesRelativeToTheRoot() => Assert.Equal(
        new SourceLocation("first", "Kernel/Five.cs", 44, 1),
        new SymbolResolver(Samples.Functions(Linked.Plain(Sources.Dwarf5))).Resolve(Start + 1));

    [Fact]
    public void ResolverKnowsNothingOutsideFunctions() =>
        Assert.Null(new SymbolResolver(Samples.Functions(Linked.Plain(Sources.Dwarf5))).Resolve(Start + 3));
}
