using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Docs.Tests;

/// <summary>What can be wrong with a page: each check gives a line for everything that is.</summary>
internal static partial class Checks
{
    private const int Columns = 120;
    private const string Made = "artifacts/";

    /// <summary>Links to files, folders and headings that are not there.</summary>
    public static IEnumerable<string> BrokenLinks(Page page) => page.Links
        .Where(static link => !Scheme().IsMatch(link.Target))
        .Where(link => !Resolves(page, link.Target))
        .Select(link => $"{page.Path}:{link.Number}: the link to {link.Target} leads nowhere");

    /// <summary>Paths between backticks that the tree does not have.</summary>
    public static IEnumerable<string> MissingPaths(Page page) => page.CodeSpans
        .Where(static span => !span.Text.StartsWith(Made, StringComparison.Ordinal))
        .Where(static span => IsMissingPath(span.Text) || IsMissingFile(span.Text))
        .Select(span => $"{page.Path}:{span.Number}: the tree has no {span.Text}");

    /// <summary>Blocks of code that are not in the file that they say they are from.</summary>
    public static IEnumerable<string> WrongQuotations(Page page) => page.Blocks
        .Where(static block => block.Source is not null && !IsIn(block.Source, block.Lines))
        .Select(block => $"{page.Path}:{block.Line}: this is not in {block.Source}");

    /// <summary>Lines that are too long, apart from code and tables.</summary>
    public static IEnumerable<string> LongLines(Page page) => page.Prose
        .Where(static line => line.Text.Length > Columns && !line.Text.TrimStart().StartsWith('|'))
        .Select(line => $"{page.Path}:{line.Number}: {line.Text.Length} columns, and {Columns} are enough");

    private static bool Resolves(Page page, string target)
    {
        string[] parts = target.Split('#', 2);
        string path = parts[0].Length == 0 ? page.Path : Absolute(page.Folder, parts[0]);
        Page? other = path == page.Path ? page : Tree.Pages.FirstOrDefault(each => each.Path == path);
        return (path == page.Path || Tree.Has(path))
            && (parts.Length == 1 || other?.Anchors.Contains(parts[1]) == true);
    }

    private static string Absolute(string folder, string path)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (string part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is not ("." or ".."))
            {
                parts.Add(part);
            }
            else if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return string.Join('/', parts);
    }

    private static bool IsMissingPath(string span) =>
        span.Contains('/', StringComparison.Ordinal)
        && PathShape().IsMatch(span)
        && (span.EndsWith('/') || SourceFile().IsMatch(span) || Tree.StartsHere(span))
        && !Tree.Has(span);

    private static bool IsMissingFile(string span) =>
        !span.Contains('/', StringComparison.Ordinal) && SourceFile().IsMatch(span) && !Tree.HasFileNamed(span);

    private static bool IsIn(string file, IReadOnlyList<string> quoted)
    {
        if (!Tree.Has(file))
        {
            return false;
        }

        string[] lines = [.. Tree.Read(file).ReplaceLineEndings("\n").Split('\n').Select(static line => line.Trim())];
        string[] wanted = [.. quoted.Select(static line => line.Trim())];
        return wanted.Length > 0 && Enumerable.Range(0, Math.Max(0, lines.Length - wanted.Length + 1))
            .Any(start => lines.AsSpan(start, wanted.Length).SequenceEqual(wanted));
    }

    [GeneratedRegex("^[a-z]+:")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^[\w.-]+(/[\w.-]+)*/?$")]
    private static partial Regex PathShape();

    [GeneratedRegex(@"^[\w./-]+\.(cs|csproj|sln|props|targets|asm|inc|ld|cfg|gdb|md|sh|ps1|json|txt|gz)$")]
    private static partial Regex SourceFile();
}
