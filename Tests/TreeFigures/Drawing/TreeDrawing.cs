using System.Globalization;
using System.Linq;

namespace TreeFigures.Drawing;

/// <summary>
/// Draws spaces, their tables and pages; what is new has a thick border, what has changed a red ground.
/// </summary>
/// <param name="layout">Where everything is.</param>
/// <param name="now">What is drawn.</param>
/// <param name="before">What was there before; null where this is the beginning.</param>
/// <param name="counted">Frames whose counts are listed below the picture; may be none.</param>
internal sealed class TreeDrawing(Layout layout, Snapshot now, Snapshot? before, int[] counted)
{
    private const int TitleLine = 32;
    private const int Distance = 26;
    private const int Inset = 6;

    private readonly Svg _svg = new(layout.Width, HeightOf(layout, counted), now.Title, Describe(now));

    /// <summary>The picture's text.</summary>
    public string Draw()
    {
        _svg.Text("heading", Layout.Margin, TitleLine, now.Title);
        foreach (Node node in now.Nodes)
        {
            DrawEdges(node);
        }

        foreach (Node node in now.Nodes)
        {
            DrawNode(node);
        }

        foreach (NamedRoot root in now.Roots)
        {
            _svg.Text("space", layout[root.Frame].MiddleX, layout[root.Frame].Y - Inset, root.Name);
        }

        DrawGone();
        int y = layout.Bottom + Distance;
        if (counted.Length != 0)
        {
            new CountRow(_svg, now, before).Draw(Layout.Margin, y, counted);
            y += CountRow.Height + Distance;
        }

        Legend.Draw(_svg, Layout.Margin, y);
        return _svg.End();
    }

    private static int HeightOf(Layout layout, int[] counted) =>
        layout.Bottom + Distance + (counted.Length != 0 ? CountRow.Height + Distance : 0)
        + Legend.Height + Layout.Margin;

    private static string Describe(Snapshot now) => string.Join(" ", now.Roots.Select(root =>
        $"{root.Name}: {string.Join(", ", now.PagesOf(root.Name).Select(static page =>
            $"page {page.Page:00} in frame {page.Frame:00}"))}."));

    private void DrawNode(Node node)
    {
        Box box = layout[node.Frame];
        _svg.Rectangle("node", box);
        string kind = node.Level == 0 ? "frame" : "table";
        DrawHeading(box, "small", $"{kind} {Two(node.Frame)}", $"×{node.References}");
        if (node.Level == 0)
        {
            if (before?.Find(node.Frame) is { } former && former.Word != node.Word)
            {
                int y = box.Y + Layout.HeadingHeight;
                _svg.Rectangle("changed", new Box(box.X, y, box.Width, box.Bottom - y));
            }

            _svg.Text("word", box.MiddleX, box.Bottom - 7, $"0x{node.Word:X8}");
        }

        for (int index = 0; index < node.Entries.Count; index++)
        {
            DrawEntry(node, index);
        }

        if (before is not null && before.Find(node.Frame) is null)
        {
            _svg.Rectangle("new", box);
        }
    }

    private void DrawHeading(Box box, string look, string name, string count)
    {
        _svg.Text(look, box.X + Inset, box.Y + 15, name);
        _svg.Text("count", box.Right - Inset, box.Y + 15, count);
    }

    private void DrawEntry(Node node, int index)
    {
        TableEntry entry = node.Entries[index];
        Box box = EntryBox(node, index);
        string number = node.Level == 1 ? Two(entry.Number) : $"{entry.Number}";
        _svg.Rectangle(Palette.LookOf(entry.State), box);
        _svg.Text(entry.State == EntryState.Empty ? "middle faint" : "middle", box.MiddleX, box.Y + 16, number);
        _svg.Text("middle", box.MiddleX, box.Y + 33, Palette.LetterOf(entry.State));
    }

    private void DrawEdges(Node node)
    {
        for (int index = 0; index < node.Entries.Count; index++)
        {
            TableEntry entry = node.Entries[index];
            if (entry.Target >= 0)
            {
                Box from = EntryBox(node, index);
                Box to = layout[entry.Target];
                _svg.Edge(Palette.LookOf(entry.State), from.MiddleX, from.Bottom, to.MiddleX, to.Y);
            }
        }
    }

    private void DrawGone()
    {
        foreach (Node node in before?.Nodes ?? [])
        {
            if (now.Find(node.Frame) is null)
            {
                Box box = layout[node.Frame];
                _svg.Rectangle("gone", box);
                DrawHeading(box, "small faint", $"frame {Two(node.Frame)}", $"×{now.Counts[node.Frame]}");
            }
        }
    }

    private Box EntryBox(Node node, int index)
    {
        Box box = layout[node.Frame];
        int y = box.Y + Layout.HeadingHeight;
        int width = box.Width / node.Entries.Count;
        return new Box(box.X + (index * width), y, width, box.Bottom - y);
    }

    private static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
