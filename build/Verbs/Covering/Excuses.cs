using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Verbs.Covering;

/// <summary>
/// Why code is not reached. A line has the beginning of functions' names, or of the paths of their files, then a colon,
/// and the reason.
/// </summary>
public sealed class Excuses
{
    private readonly (string Start, string Reason)[] _lines;

    /// <summary>Excuses of these lines; empty ones and comments behind <c>#</c> say nothing.</summary>
    /// <exception cref="VerbException">A line has no reason.</exception>
    public Excuses(IEnumerable<string> lines) => _lines =
        [.. lines.Select(static line => line.Split('#')[0].Trim())
            .Where(static line => line.Length != 0).Select(Parse)];

    /// <summary>The reasons, in the list's order.</summary>
    public IEnumerable<string> Reasons => _lines.Select(static line => line.Reason).Distinct();

    /// <summary>Reads a list.</summary>
    public static Excuses Read(string path) => new(File.ReadLines(path));

    /// <summary>The reason for a function that has unreached code, by the longest beginning; null for none.</summary>
    public string? For(string name, string file) => _lines
        .Where(line => name.StartsWith(line.Start, StringComparison.Ordinal)
            || file.StartsWith(line.Start, StringComparison.Ordinal))
        .OrderByDescending(static line => line.Start.Length)
        .Select(static line => line.Reason)
        .FirstOrDefault();

    private static (string Start, string Reason) Parse(string line)
    {
        int colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0
            ? (line[..colon], line[(colon + 2)..].Trim())
            : throw new VerbException($"\"{line}\" gives no reason", "write what is not reached, a colon, and why");
    }
}
