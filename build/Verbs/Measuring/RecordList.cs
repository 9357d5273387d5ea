using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Verbs.Measuring;

/// <summary>
/// A list of recorded figures: a name and its values in each line, <c>-</c> for none. A <c>#</c> begins a comment.
/// </summary>
public static class RecordList
{
    private const char Comment = '#';
    private const int NameWidth = 40;
    private const int ValueWidth = 12;

    /// <summary>Reads a file; where it is not there, nothing is recorded.</summary>
    /// <exception cref="VerbException">A line cannot be understood.</exception>
    public static IReadOnlyList<Recorded> Read(string path) => File.Exists(path) ? Parse(File.ReadLines(path)) : [];

    /// <summary>Reads lines.</summary>
    /// <exception cref="VerbException">A line is not understood, or a name is there twice.</exception>
    public static IReadOnlyList<Recorded> Parse(IEnumerable<string> lines)
    {
        Recorded[] all = [.. lines.Select(TryParse).OfType<Recorded>()];
        return all.GroupBy(static each => each.Name).FirstOrDefault(static group => group.Count() > 1) is { } twice
            ? throw new VerbException($"{twice.Key} is recorded twice", "leave one line")
            : all;
    }

    /// <summary>
    /// The lines with other values: comments stay, what is new comes last, and what is not recorded any more goes.
    /// </summary>
    public static IReadOnlyList<string> Rewrite(IReadOnlyList<string> lines, IReadOnlyList<Recorded> records)
    {
        var left = records.ToDictionary(static each => each.Name);
        List<string> rewritten = [];
        foreach (string line in lines)
        {
            if (TryParse(line) is not { } old)
            {
                rewritten.Add(line);
            }
            else if (left.Remove(old.Name, out Recorded? now))
            {
                int comment = line.IndexOf(Comment, StringComparison.Ordinal);
                rewritten.Add(Format(now) + (comment < 0 ? "" : "  " + line[comment..]));
            }
        }
        return [.. rewritten, .. records.Where(each => left.ContainsKey(each.Name)).Select(Format)];
    }

    /// <summary>Rewrites a file; makes it where it is not there.</summary>
    public static void Write(string path, IReadOnlyList<Recorded> records) => File.WriteAllLines(
        path, Rewrite(File.Exists(path) ? File.ReadAllLines(path) : [], records));

    private static string Format(Recorded record) => record.Name.PadRight(NameWidth)
        + string.Concat(record.Values.Select(static value => $" {FigureText.Number(value).PadLeft(ValueWidth)}"));

    // Null for a line with nothing but a comment.
    private static Recorded? TryParse(string line)
    {
        string[] words = line.Split(Comment)[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : new Recorded(words[0], [.. words.Skip(1).Select(word => Value(word, line))]);
    }

    private static decimal? Value(string word, string line) =>
        word == FigureText.None ? null
        : decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            ? value
        : throw new VerbException($"the record \"{line}\" is not understood", "write NAME VALUES, or record it anew");
}
