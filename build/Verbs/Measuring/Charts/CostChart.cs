using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Verbs.Measuring.Linux;

namespace Verbs.Measuring.Charts;

/// <summary>What is recorded of the kernel and of Linux, as bars on a logarithmic scale: an SVG file.</summary>
public static class CostChart
{
    private const int Left = 220;
    private const int Top = 74;
    private const int RowHeight = 34;
    private const int BarHeight = 12;
    private const int PixelsADecade = 62;
    private const int FirstDecade = 1;
    private const int LastDecade = 10;
    private const int Width = 1000;

    private const string Style = """
        <style>
        text { font: 13px sans-serif; fill: #1f2328 }
        .heading { font-size: 17px; font-weight: bold }
        .right { text-anchor: end }
        .middle { text-anchor: middle }
        .small { font-size: 11px }
        .ground { fill: #ffffff }
        .grid { stroke: #d1d9e0 }
        .ours { fill: #0969da }
        .linux { fill: #9a6700 }
        @media (prefers-color-scheme: dark) {
        text { fill: #f0f6fc }
        .ground { fill: #0d1117 }
        .grid { stroke: #3d444d }
        .ours { fill: #4493f8 }
        .linux { fill: #d29922 }
        }
        </style>
        """;

    /// <summary>Draws the chart anew from what is recorded.</summary>
    public static void Write(Repository repository) => File.WriteAllText(
        repository.CostChart,
        Draw(RecordList.Read(repository.RecordedFigures), RecordList.Read(repository.RecordedLinux)));

    /// <summary>The file's text. Rows that ours lack are left out, and so are Linux's bars that are not recorded.</summary>
    public static string Draw(IReadOnlyList<Recorded> ours, IReadOnlyList<Recorded> linux)
    {
        IReadOnlyDictionary<string, LinuxFigure> best = LinuxRecords.Best(linux, Mitigations.Off);
        ChartRow[] rows = [.. ChartRow.All.Where(row => ours.Any(each => each.Name == row.Figure))];
        int bottom = Top + (rows.Length * RowHeight);
        var svg = new StringBuilder();
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {bottom + 16}\" role=\"img\">");
        Line(svg, $"<title>Executed instructions, on a logarithmic scale: this kernel and Linux</title>");
        Line(svg, $"{Style}");
        Line(svg, $"<rect class=\"ground\" width=\"{Width}\" height=\"{bottom + 16}\"/>");
        Line(svg, $"<text class=\"heading\" x=\"16\" y=\"26\">Executed instructions, on a logarithmic scale</text>");
        Line(svg, $"<rect class=\"ours\" x=\"430\" y=\"15\" width=\"12\" height=\"12\"/>");
        Line(svg, $"<text x=\"448\" y=\"26\">this kernel</text>");
        Line(svg, $"<rect class=\"linux\" x=\"540\" y=\"15\" width=\"12\" height=\"12\"/>");
        Line(svg, $"<text x=\"558\" y=\"26\">Linux, mitigations=off, in its best way (how many times as many)</text>");
        for (int decade = FirstDecade; decade <= LastDecade; decade++)
        {
            int x = Left + ((decade - FirstDecade) * PixelsADecade);
            Line(svg, $"<path class=\"grid\" d=\"M{x} {Top - 10}V{bottom}\"/>");
            Line(svg, $"<text class=\"small middle\" x=\"{x}\" y=\"{Top - 16}\">10{Superscript(decade)}</text>");
        }
        for (int i = 0; i < rows.Length; i++)
        {
            decimal own = ours.First(each => each.Name == rows[i].Figure).Values[0]!.Value;
            DrawRow(svg, Top + (i * RowHeight), rows[i], own, best.GetValueOrDefault(rows[i].Figure));
        }
        Line(svg, $"</svg>");
        return svg.ToString();
    }

    private static void DrawRow(StringBuilder svg, int y, ChartRow row, decimal own, LinuxFigure? linux)
    {
        Line(svg, $"<text class=\"right\" x=\"{Left - 10}\" y=\"{y + 16}\">{row.Words}</text>");
        DrawBar(svg, "ours", y, own, "");
        if (linux is not null)
        {
            DrawBar(svg, "linux", y + BarHeight + 1, linux.Value,
                $" ({LinuxText.Ratio(linux.Value, own)} times, {linux.Way})");
        }
    }

    private static void DrawBar(StringBuilder svg, string kind, int y, decimal value, string remark)
    {
        double width = Math.Round(Math.Max(0, Math.Log10((double)value) - FirstDecade) * PixelsADecade, 1);
        Line(svg, $"<rect class=\"{kind}\" x=\"{Left}\" y=\"{y}\" width=\"{width}\" height=\"{BarHeight}\"/>");
        Line(svg, $"<text class=\"small\" x=\"{Left + width + 5}\" y=\"{y + 10}\">{value:#,0.###}{remark}</text>");
    }

    private static string Superscript(int number) =>
        string.Concat($"{number}".Select(static digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));

    private static void Line(StringBuilder svg, FormattableString line) =>
        svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
