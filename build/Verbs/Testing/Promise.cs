using System;
using System.Collections.Generic;
using System.Linq;

namespace Verbs.Testing;

/// <summary>What is promised, and the tests that hold it.</summary>
/// <param name="Text">The promise, in words.</param>
/// <param name="Tests">Parts of the full names of its tests.</param>
public sealed record Promise(string Text, IReadOnlyList<string> Tests)
{
    /// <summary>Reads Tests/promises.txt.</summary>
    /// <exception cref="VerbException">A line is none.</exception>
    public static IReadOnlyList<Promise> ReadAll(IEnumerable<string> lines) =>
        [.. lines.Where(static line => line.Length != 0 && line[0] != '#').Select(Read)];

    /// <summary>Whether a test is one of its tests.</summary>
    public bool IsHeldBy(string test) => Tests.Any(part => test.Contains(part, StringComparison.Ordinal));

    private static Promise Read(string line)
    {
        string[] halves = line.Split(" = ");
        return halves.Length == 2
            ? new Promise(halves[0], halves[1].Split(", "))
            : throw new VerbException($"'{line}' is no promise", "write the promise, ' = ' and its tests");
    }
}
