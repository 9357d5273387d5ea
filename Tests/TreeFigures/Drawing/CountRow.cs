using System.Globalization;
using System.Linq;

namespace TreeFigures.Drawing;

/// <summary>Frames and their reference counts as a table of two lines; dots stand for those left out.</summary>
internal sealed class CountRow(Svg svg, Snapshot now, Snapshot? before)
{
    /// <summary>Its height.</summary>
    public const int Height = 2 * LineHeight;

    private const int LineHeight = 24;
    private const int TitleWidth = 90;
    private const int CellWidth = 40;
    private const int BaseLine = 17;

    /// <summary>Draws it with its upper left corner there, for these frames in ascending order.</summary>
    public void Draw(int x, int y, int[] frames)
    {
        svg.Text("small", x, y + BaseLine, "frame");
        svg.Text("small", x, y + LineHeight + BaseLine, "references");
        int at = x + TitleWidth;
        int last = -1;
        foreach (int frame in frames.Append(int.MaxValue))
        {
            if (frame != last + 1)
            {
                Cell(at, y, "cell", "…");
                Cell(at, y + LineHeight, "cell", "…");
                at += CellWidth;
            }

            last = frame;
            if (frame < now.Counts.Count)
            {
                bool hasChanged = before is not null && before.Counts[frame] != now.Counts[frame];
                Cell(at, y, "cell", frame.ToString("00", CultureInfo.InvariantCulture));
                Cell(at, y + LineHeight, hasChanged ? "changed" : "cell", $"{now.Counts[frame]}");
                at += CellWidth;
            }
        }
    }

    private void Cell(int x, int y, string look, string words)
    {
        svg.Rectangle(look, new Box(x, y, CellWidth, LineHeight));
        svg.Text("middle", x + (CellWidth / 2), y + BaseLine, words);
    }
}
