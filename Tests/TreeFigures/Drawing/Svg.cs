using System.Globalization;
using System.Text;

namespace TreeFigures.Drawing;

/// <summary>
/// The text of a picture (SVG 1.1), of whole pixels only, so that it is the same everywhere. How a class looks is the
/// <see cref="Palette"/>'s.
/// </summary>
internal sealed class Svg
{
    private readonly StringBuilder _text = new();

    /// <summary>Begins a picture; the two texts are for those who cannot see it.</summary>
    public Svg(int width, int height, string title, string description)
    {
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" "
            + $"viewBox=\"0 0 {width} {height}\" role=\"img\">");
        Line($"<title>{Escape(title)}</title>");
        Line($"<desc>{Escape(description)}</desc>");
        Line($"<style>\n{Palette.Style}</style>");
        Rectangle("ground", new Box(0, 0, width, height));
    }

    /// <summary>A rectangle.</summary>
    public void Rectangle(string look, Box box) => Line(
        $"<rect class=\"{look}\" x=\"{box.X}\" y=\"{box.Y}\" width=\"{box.Width}\" height=\"{box.Height}\"/>");

    /// <summary>Words whose line stands at <paramref name="y"/>; the look says which of their sides is at x.</summary>
    public void Text(string look, int x, int y, string words) =>
        Line($"<text class=\"{look}\" x=\"{x}\" y=\"{y}\">{Escape(words)}</text>");

    /// <summary>A line that leaves downwards and arrives from above.</summary>
    public void Edge(string look, int fromX, int fromY, int toX, int toY)
    {
        int bend = (toY - fromY) / 2;
        Line($"<path class=\"{look}\" "
            + $"d=\"M{fromX} {fromY}C{fromX} {fromY + bend} {toX} {toY - bend} {toX} {toY}\"/>");
    }

    /// <summary>Ends the picture; its whole text.</summary>
    public string End()
    {
        Line("</svg>");
        return _text.ToString();
    }

    private static string Escape(string words) => words.Replace("&", "&amp;").Replace("<", "&lt;");

    private void Line(string line) => _text.Append(CultureInfo.InvariantCulture, $"{line}\n");
}
