using System;
using System.Collections.Generic;
using Verbs.Measuring;
using Xunit;

namespace Verbs.Tests;

/// <summary>What the benchmark image writes.</summary>
public sealed class GuestFigureTests
{
    private static readonly string[] s_lines =
    [
        "[   0.000478] screen 80 by 25 characters",
        "figure map-unmap 321 cr3 1 invlpg 2 copied 3",
        "figure fork 842 cr3 1 invlpg 0",
        "figure metadata-share 0.395",
        "[   0.000879] ready after 878,630 instructions",
    ];

    [Fact]
    public void FiguresAreReadAndTheLogIsLeftAlone()
    {
        IReadOnlyDictionary<string, Measurement> figures = GuestFigures.Parse(s_lines);
        Assert.Equal(3, figures.Count);
        Assert.Equal(new Measurement(842, new EventCounts(1, 0, Copied: null)), figures["fork"]);
        Assert.Equal(new Measurement(321, new EventCounts(1, 2, 3)), figures["map-unmap"]);
        Assert.Equal(new Measurement(0.395m, Counts: null), figures["metadata-share"]);
    }

    [Theory]
    [InlineData("map-unmap", 321)]
    [InlineData("map-unmap.cr3", 1)]
    [InlineData("map-unmap.invlpg", 2)]
    [InlineData("map-unmap.copied", 3)]
    [InlineData("map-unmap.msr", null)]
    [InlineData("metadata-share.cr3", null)]
    [InlineData("fork.copied", null)]
    [InlineData("lend", null)]
    public void ACountIsAFigureOfItsOwn(string name, int? value) =>
        Assert.Equal((decimal?)value, GuestFigures.Find(GuestFigures.Parse(s_lines), name)?.Value);

    [Theory]
    [InlineData("figure map-unmap")]
    [InlineData("figure map-unmap 1,234 cr3 0 invlpg 0")]
    [InlineData("figure map-unmap -1 cr3 0 invlpg 0")]
    [InlineData("figure map-unmap 12 cr3 0")]
    [InlineData("figure map-unmap 12 cr3 0 invlpg 0 copied 0 and more")]
    [InlineData("figure map-unmap 99999999999999999999999")]
    public void DamagedFiguresAreTold(string line) => Assert.Contains(
        line, Assert.Throws<VerbException>(() => GuestFigures.Parse([line])).Message, StringComparison.Ordinal);

    [Fact]
    public void AFigureThatCameTwiceIsTold() => Assert.Contains(
        "map-unmap twice",
        Assert.Throws<VerbException>(() => GuestFigures.Parse([.. s_lines, s_lines[1]])).Message,
        StringComparison.Ordinal);
}
