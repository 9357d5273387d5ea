using System;
using System.Collections.Generic;
using System.Linq;

namespace TreeFigures.Drawing;

/// <summary>
/// A place for everything that a run ever has, the same in each of its figures: one row for each level of tables and
/// one for the pages, in the order in which they first appear.
/// </summary>
internal sealed class Layout
{
    /// <summary>The height of a node's heading.</summary>
    public const int HeadingHeight = 20;

    /// <summary>The distance from the picture's edges.</summary>
    public const int Margin = 20;

    private const int EntryWidth = 38;
    private const int LeastWidth = 104;
    private const int TableHeight = HeadingHeight + 40;
    private const int PageHeight = HeadingHeight + 24;
    private const int Gap = 14;
    private const int RowDistance = 116;
    private const int FirstRow = 78;

    private readonly Dictionary<int, Box> _boxes = [];

    /// <summary>Places everything.</summary>
    public Layout(IReadOnlyList<Snapshot> run)
    {
        Node[] all = [.. run.SelectMany(static each => each.Nodes).DistinctBy(static node => node.Frame)];
        IGrouping<int, Node>[] rows =
            [.. all.GroupBy(static node => node.Level).OrderByDescending(static row => row.Key)];
        Width = Math.Max(rows.Max(WidthOf) + (2 * Margin), Legend.Width + (2 * Margin));
        for (int row = 0; row < rows.Length; row++)
        {
            Place(rows[row], FirstRow + (row * RowDistance));
        }

        Bottom = _boxes.Values.Max(static box => box.Bottom);
    }

    /// <summary>The width of the picture.</summary>
    public int Width { get; }

    /// <summary>Where the lowest node ends.</summary>
    public int Bottom { get; }

    /// <summary>Where the table or page in a frame is drawn.</summary>
    public Box this[int frame] => _boxes[frame];

    private static int WidthOf(Node node) => Math.Max(LeastWidth, node.Entries.Count * EntryWidth);

    private static int WidthOf(IEnumerable<Node> row) => row.Sum(static node => WidthOf(node) + Gap) - Gap;

    private void Place(IGrouping<int, Node> row, int y)
    {
        int spare = Width - (2 * Margin) - row.Sum(WidthOf);
        int gap = spare / (row.Count() + 1);
        int x = Margin + gap;
        foreach (Node node in row)
        {
            _boxes.Add(node.Frame, new Box(x, y, WidthOf(node), node.Level == 0 ? PageHeight : TableHeight));
            x += WidthOf(node) + gap;
        }
    }
}
