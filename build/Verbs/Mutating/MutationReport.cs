using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Verbs.Mutating;

/// <summary>
/// The report that Stryker writes: JSON by the schema of mutation-testing-elements, whose lines and columns count from
/// 1 and whose ends are exclusive.
/// </summary>
public static class MutationReport
{
    private const int MostLines = 3;
    private const int ShortLine = 13;

    /// <summary>The mutants that compile and are asked for, by file and line; none is tried.</summary>
    /// <exception cref="VerbException">The report is missing or damaged.</exception>
    public static IReadOnlyList<Mutant> Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception failure) when (failure is IOException or JsonException or KeyNotFoundException)
        {
            throw new VerbException($"{path} cannot be read ({failure.Message})", "see Stryker's words above");
        }
    }

    /// <summary>As <see cref="Read"/>, from the text.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">It is another kind of report.</exception>
    public static IReadOnlyList<Mutant> Parse(string json)
    {
        using JsonDocument report = JsonDocument.Parse(json);
        return
        [
            .. report.RootElement.GetProperty("files").EnumerateObject()
                .SelectMany(static file => MutantsOf(file.Name, file.Value))
                .OrderBy(static mutant => mutant.File, StringComparer.Ordinal).ThenBy(static mutant => mutant.Line),
        ];
    }

    private static IEnumerable<Mutant> MutantsOf(string path, JsonElement file)
    {
        string[] source = file.GetProperty("source").GetString()!.Split('\n');
        foreach (JsonElement mutant in file.GetProperty("mutants").EnumerateArray().Where(IsThere))
        {
            JsonElement location = mutant.GetProperty("location");
            (int first, int from) = Place(location.GetProperty("start"));
            (int last, int to) = Place(location.GetProperty("end"));
            string after = source[first][..from] + mutant.GetProperty("replacement").GetString() + source[last][to..];
            string[] above = Above(source, first);
            yield return new Mutant(
                int.Parse(mutant.GetProperty("id").GetString()!, CultureInfo.InvariantCulture),
                Path.GetFileName(Path.GetDirectoryName(path)!),
                Path.GetFileName(path),
                first + 1,
                InOneLine([.. above, .. source[first..(last + 1)]]),
                InOneLine([.. above, .. after.Split('\n')]),
                MutantFate.Untried);
        }
    }

    // What "return false;" or a brace means is said above it.
    private static string[] Above(string[] source, int line)
    {
        if (source[line].Trim().Length > ShortLine)
        {
            return [];
        }
        int first = line - 1;
        while (first > 0 && !source[first].Any(char.IsLetter))
        {
            first--;
        }
        return source[Math.Max(first, 0)..line];
    }

    private static bool IsThere(JsonElement mutant) => mutant.GetProperty("status").GetString() switch
    {
        "CompileError" or "Ignored" => false,
        "NoCoverage" or "Survived" => true,
        string status => throw new VerbException(
            $"a mutant is {status}", "run it again: Stryker did not come to its end"),
        null => throw new VerbException("a mutant has no status", "see Stryker's words above"),
    };

    private static (int Line, int Column) Place(JsonElement place) =>
        (place.GetProperty("line").GetInt32() - 1, place.GetProperty("column").GetInt32() - 1);

    private static string InOneLine(string[] lines) => string.Join(
        ' ',
        (lines.Length <= MostLines ? string.Join(' ', lines) : $"{lines[0]} ... {lines[^1]}")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
