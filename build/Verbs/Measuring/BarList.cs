using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Verbs.Measuring;

/// <summary>
/// The list of bars: a figure in each line, as <c>NAME BAR UNIT</c> or <c>NAME BAR % spread of NAME NAME ...</c>, where
/// a bar of <c>-</c> lets every value pass. A <c>#</c> begins a comment.
/// </summary>
public static class BarList
{
    private const string NoLimit = "-";
    private const string Percent = "%";
    private const string GetBack = "get it back from the repository";
    private const int Columns = 3;

    /// <summary>Reads a file.</summary>
    /// <exception cref="VerbException">It is not there, or a line cannot be understood.</exception>
    public static IReadOnlyList<Bar> Read(string path) => File.Exists(path)
        ? Parse(File.ReadLines(path))
        : throw new VerbException($"{path} is missing", GetBack);

    /// <summary>Reads lines.</summary>
    /// <exception cref="VerbException">A line is not understood, a name is there twice, or there is none.</exception>
    public static IReadOnlyList<Bar> Parse(IEnumerable<string> lines)
    {
        List<Bar> bars = [];
        foreach (string line in lines.Select(static line => line.Split('#')[0].Trim()))
        {
            if (line.Length == 0)
            {
                continue;
            }
            Bar bar = ParseLine(line)
                ?? throw new VerbException($"the bar \"{line}\" is not understood", "write NAME BAR UNIT");
            if (bars.Exists(each => each.Name == bar.Name))
            {
                throw new VerbException($"there are two bars for {bar.Name}", "leave one");
            }
            bars.Add(bar);
        }
        return bars.Count > 0 ? bars : throw new VerbException("the list of bars is empty", GetBack);
    }

    private static Bar? ParseLine(string line)
    {
        string[] words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        decimal limit = 0;
        bool isBar = words.Length >= Columns
            && (words[1] == NoLimit || decimal.TryParse(
                words[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out limit));
        if (!isBar || (words.Length > Columns && !IsSpread(words)))
        {
            return null;
        }
        return new Bar(
            words[0], words[1] == NoLimit ? null : limit, words[2], [.. words.Skip(Columns + 2)]);
    }

    // At least two, or there would be nothing to compare.
    private static bool IsSpread(string[] words) =>
        words.Length >= Columns + 4 && words[2] == Percent && words[3] == "spread" && words[4] == "of";
}
