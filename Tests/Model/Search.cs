using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;
using Xunit;

namespace Kernel.Tests.Model;

/// <summary>What a search of all states came to.</summary>
/// <param name="Errors">0, or 1: the search ends with the first.</param>
/// <param name="States">The states that were found.</param>
/// <param name="IsWhole">No limit of the search's own was reached.</param>
/// <param name="Output">All that the searching program wrote.</param>
internal sealed partial record Search(int Errors, long States, bool IsWhole, string Output)
{
    private const int MostMebibytes = 2000;
    private const int Deepest = 1_000_000;

    /// <summary>
    /// Searches the model for states in which an assertion fails, or from which nothing goes on. Where there are few,
    /// it takes longer to compile the search well than to do it.
    /// </summary>
    public static Search Run(Bounds bounds, bool hasManyStates, params string[] definitions)
    {
        using var folder = new WorkFolder();
        string made = Spin.Run(folder.Path, "spin", ["-a", .. bounds.Definitions, .. definitions, Spin.Model]);
        Assert.True(File.Exists(Path.Combine(folder.Path, "pan.c")), made);
        Spin.Run(
            folder.Path, "gcc",
            [
                hasManyStates ? "-O2" : "-O0", "-w", "-DSAFETY", "-DNOREDUCE",
                $"-DMEMLIM={MostMebibytes}", "-o", "pan", "pan.c",
            ]);
        int tableBits = hasManyStates ? 24 : 18;
        return Read(Spin.Run(folder.Path, Path.Combine(folder.Path, "pan"), [$"-m{Deepest}", $"-w{tableBits}", "-n"]));
    }

    /// <summary>What the searching program wrote last.</summary>
    public static Search Read(string output)
    {
        Match errors = ErrorCount().Match(output);
        Match states = StateCount().Match(output);
        Assert.True(errors.Success && states.Success, output);
        bool isWhole = !output.Contains("Search not completed", System.StringComparison.Ordinal)
            && !output.Contains("max search depth too small", System.StringComparison.Ordinal);
        return new Search(Number<int>(errors), Number<long>(states), isWhole, output);
    }

    private static T Number<T>(Match match)
        where T : System.Numerics.INumber<T> => T.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"errors: (\d+)")]
    private static partial Regex ErrorCount();

    [GeneratedRegex(@"(\d+) states, stored")]
    private static partial Regex StateCount();
}
