using System.Linq;
using Kernel.Console;
using Xunit;

namespace Kernel.Tests.Host.Console;

public class FontTests
{
    [Fact]
    public void HasAGlyphForEveryCell()
    {
        Assert.Equal(8, Font.Width);
        Assert.Equal(16, Font.Height);
        Assert.Equal(256 * Font.Height, Font.Glyphs.Length);
    }

    [Fact]
    public void DrawsEveryCharacterOfAsciiDifferently()
    {
        string[] glyphs = Enumerable.Range(0x20, 0x7F - 0x20).Select(i => Glyph((char)i)).ToArray();
        Assert.Equal(glyphs.Length, glyphs.Distinct().Count());
        Assert.DoesNotContain('#', glyphs[0]);
        Assert.All(glyphs.Skip(1), glyph => Assert.Contains('#', glyph));
    }

    [Fact]
    public void HasItsLettersTheRightWayRound() => Assert.Equal(
        """
        ........
        ........
        ######..
        ##...##.
        ##...##.
        ##...##.
        ######..
        ##......
        ##......
        ##......
        ##......
        ##......
        ........
        ........
        ........
        ........
        """,
        Glyph('P'));

    [Fact]
    public void HasBoxesWhoseLinesMeet()
    {
        Assert.Contains("########", Glyph('─'));
        Assert.Equal(16, Glyph('│').Split('\n').Count(line => line.Contains('#')));
        Assert.Equal(16 * 8, Glyph('█').Count(pixel => pixel == '#'));
    }

    [Fact]
    public void HasTheSignsOfUnits() => Assert.All("µ·°±²", c => Assert.NotEqual(Glyph('?'), Glyph(c)));

    private static string Glyph(char character) => string.Join('\n', Font.Glyphs
        .Slice(CodePage437.FromUnicode(character) * Font.Height, Font.Height)
        .ToArray()
        .Select(line => string.Concat(Enumerable.Range(0, 8).Select(x => (line & (0x80 >> x)) != 0 ? '#' : '.'))));
}
