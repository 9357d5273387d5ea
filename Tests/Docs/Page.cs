using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Docs.Tests;

/// <summary>A block of code on a page.</summary>
/// <param name="Line">The number of its first fence, from 1.</param>
/// <param name="Source">The file that it quotes, as the comment before it says; null where there is none.</param>
/// <param name="Lines">What is between the fences.</param>
internal sealed record CodeBlock(int Line, string? Source, IReadOnlyList<string> Lines);

/// <summary>A page of documentation in Markdown.</summary>
internal sealed partial class Page
{
    private const string Fence = "```";

    private readonly List<CodeBlock> _blocks = [];
    private readonly List<(int Number, string Text)> _prose = [];

    /// <summary>A page at a path, which counts from the tree's top folder.</summary>
    public Page(string path, string text)
    {
        Path = path;
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int at = 0; at < lines.Length; at++)
        {
            if (IsFence(lines[at]))
            {
                at = AddBlock(lines, at);
            }
            else
            {
                _prose.Add((at + 1, lines[at]));
            }
        }
    }

    /// <summary>Where the page is, from the tree's top folder.</summary>
    public string Path { get; }

    /// <summary>The folder of the page; empty for the top.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    /// <summary>The blocks of code.</summary>
    public IReadOnlyList<CodeBlock> Blocks => _blocks;

    /// <summary>The lines outside blocks of code, with their numbers.</summary>
    public IReadOnlyList<(int Number, string Text)> Prose => _prose;

    /// <summary>What stands between backticks in the prose, with the lines' numbers.</summary>
    public IEnumerable<(int Number, string Text)> CodeSpans =>
        _prose.SelectMany(static line => Matches(CodeSpan(), line.Text, line.Number));

    /// <summary>The targets of links and images in the prose, with the lines' numbers.</summary>
    public IEnumerable<(int Number, string Target)> Links =>
        _prose.SelectMany(static line => Matches(Link(), CodeSpan().Replace(line.Text, "code"), line.Number));

    /// <summary>The names that links can jump to: those that GitHub makes of headings.</summary>
    public IReadOnlySet<string> Anchors => _prose.Where(static line => Heading().IsMatch(line.Text))
        .Select(static line => AnchorOf(Heading().Replace(line.Text, ""))).ToHashSet();

    private static IEnumerable<(int Number, string Text)> Matches(Regex shape, string text, int line) =>
        shape.Matches(text).Select(match => (line, match.Groups[1].Value));

    private static string AnchorOf(string heading) =>
        NoPartOfAnchor().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    private static bool IsFence(string line) => line.TrimStart().StartsWith(Fence, StringComparison.Ordinal);

    private int AddBlock(string[] lines, int fence)
    {
        int end = Array.FindIndex(lines, fence + 1, IsFence);
        int last = end < 0 ? lines.Length : end;
        Match source = _prose.Count > 0 ? SourceComment().Match(_prose[^1].Text) : Match.Empty;
        _blocks.Add(new CodeBlock(fence + 1, source.Success ? source.Groups[1].Value : null, lines[(fence + 1)..last]));
        return last;
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#{1,6} ")]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NoPartOfAnchor();

    [GeneratedRegex(@"^\s*<!-- from (\S+) -->\s*$")]
    private static partial Regex SourceComment();
}
