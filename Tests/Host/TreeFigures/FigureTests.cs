using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using TreeFigures;
using TreeFigures.Drawing;
using TreeFigures.Runs;
using Xunit;

namespace Kernel.Tests.Host.TreeFigures;

public class FigureTests
{
    private const string Prefix = "images/";

    [Fact]
    public void TheBookHasWhatTheKernelDoes()
    {
        Figure[] figures = [.. FigureSet.Draw()];
        Assert.Equal(
            figures.Select(static figure => figure.FileName).Order(),
            typeof(FigureTests).Assembly.GetManifestResourceNames()
                .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(static name => name[Prefix.Length..]).Order());
        Assert.All(figures, static figure => Assert.True(
            InTheBook(figure.FileName).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(figure.Svg)),
            $"docs/images/{figure.FileName} is not what ./build.sh figures draws"));
    }

    [Fact]
    public void TheProgramWritesThemAll()
    {
        string folder = Directory.CreateTempSubdirectory("figures").FullName;
        try
        {
            Assert.Equal(0, Program.Main([folder]));
            Assert.All(FigureSet.Draw(), figure => Assert.Equal(
                Encoding.UTF8.GetBytes(figure.Svg), File.ReadAllBytes(Path.Combine(folder, figure.FileName))));
            Assert.Equal(1, Program.Main([Path.Combine(folder, "fork-after.svg")]));
            Assert.Equal(1, Program.Main([]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void EachIsXmlThatSaysWhatItShows() => Assert.All(FigureSet.Draw(), static figure =>
    {
        XElement[] parts = [.. XDocument.Parse(figure.Svg).Root!.Elements()];
        Assert.Equal(["title", "desc"], parts.Take(2).Select(static part => part.Name.LocalName));
        Assert.All(parts.Take(2), static part => Assert.NotEmpty(part.Value));
    });

    [Fact]
    public void NothingIsDrawnOverAnythingElse()
    {
        Snapshot[][] runs = [MessageRun.Copy(), MessageRun.Lend(Writer.Sender), ForkRun.Run()];
        foreach (Snapshot[] run in runs)
        {
            var layout = new Layout(run);
            Box[] boxes = [.. run.SelectMany(static each => each.Nodes).Select(static node => node.Frame).Distinct()
                .Select(frame => layout[frame])];
            Assert.All(boxes, box => Assert.True(
                box.X >= 0 && box.Right <= layout.Width && box.Bottom <= layout.Bottom));
            Assert.All(Pairs(boxes), static pair => Assert.True(
                pair.One.Right < pair.Other.X || pair.Other.Right < pair.One.X
                || pair.One.Bottom < pair.Other.Y || pair.Other.Bottom < pair.One.Y));
        }
    }

    private static IEnumerable<(Box One, Box Other)> Pairs(Box[] boxes) =>
        boxes.SelectMany((one, index) => boxes.Skip(index + 1).Select(other => (one, other)));

    private static byte[] InTheBook(string file)
    {
        using Stream stream = typeof(FigureTests).Assembly.GetManifestResourceStream(Prefix + file)!;
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
