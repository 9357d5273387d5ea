using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Verbs.Covering;

/// <summary>A seed of the program <c>fuzz</c> that is kept, and how many calls it is good for.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Calls">How many calls.</param>
public readonly record struct FuzzSeed(ulong Seed, ulong Calls);

/// <summary>The list of kept seeds: a line for each, with the seed, the number of calls and why it is kept.</summary>
public static class FuzzSeeds
{
    /// <summary>Reads the list; empty lines and comments behind <c>#</c> say nothing.</summary>
    /// <exception cref="VerbException">A line does not begin with two numbers.</exception>
    public static IReadOnlyList<FuzzSeed> Read(string path) =>
        [.. File.ReadLines(path).Select(static line => line.Split('#')[0].Trim())
            .Where(static line => line.Length != 0).Select(Parse)];

    /// <summary>Adds a seed to the list, for the blocks that only it has reached.</summary>
    public static void Keep(string path, FuzzSeed seed, int blocks) =>
        File.AppendAllText(path, $"{seed.Seed} {seed.Calls} # {blocks} blocks that nothing before it reached\n");

    private static FuzzSeed Parse(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2
            && ulong.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            && ulong.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out ulong calls)
                ? new FuzzSeed(seed, calls)
                : throw new VerbException($"\"{line}\" is no seed", "write a seed and a number of calls");
    }
}
