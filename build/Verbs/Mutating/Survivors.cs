using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Verbs.Mutating;

/// <summary>
/// The list of explained survivors: <c>FILE: CODE -&gt; REPLACEMENT</c> on a line of its own, and why no test could or
/// should notice it on the indented lines below. A <c>#</c> begins a comment.
/// </summary>
public static class Survivors
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="VerbException">It is not there, or a survivor has no explanation.</exception>
    public static IReadOnlySet<string> Read(string path) => File.Exists(path)
        ? Parse(File.ReadLines(path))
        : throw new VerbException($"{path} is missing", "get it back from the repository");

    /// <summary>Reads lines.</summary>
    /// <exception cref="VerbException">A survivor has no explanation, or an explanation no survivor.</exception>
    public static IReadOnlySet<string> Parse(IEnumerable<string> lines)
    {
        HashSet<string> survivors = [];
        string? unexplained = null;
        foreach (string line in lines.Where(static line => !string.IsNullOrWhiteSpace(line) && line[0] != '#'))
        {
            if (!char.IsWhiteSpace(line[0]))
            {
                Demand(unexplained);
                unexplained = line.TrimEnd();
                survivors.Add(unexplained);
            }
            else if (survivors.Count == 0)
            {
                throw new VerbException($"\"{line.Trim()}\" explains nothing", "write the survivor above it");
            }
            else
            {
                unexplained = null;
            }
        }
        Demand(unexplained);
        return survivors;
    }

    private static void Demand(string? unexplained)
    {
        if (unexplained is not null)
        {
            throw new VerbException($"\"{unexplained}\" has no explanation", "write it below, indented");
        }
    }
}
