using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using UserPrograms;

namespace Docs.Tests;

/// <summary>The tests that the last column of a page's tables names.</summary>
internal static partial class NamedTests
{
    private const string Misdeed = "crash: ";
    private const string NoTest = "none: ";

    private static readonly Lazy<HashSet<string>> s_cases = new(() =>
    [
        .. from groups in CaseNames.All
           from one in groups
           from what in one.What
           from how in one.How
           select CaseGroup.NameOf(what, how),
    ]);

    /// <summary>Rows that name no test and do not say why, and tests that are not there.</summary>
    public static IEnumerable<string> Missing(Page page) => Rows(page).SelectMany(row => MissingIn(page, row));

    /// <summary>The rows below the heads of tables.</summary>
    public static IEnumerable<(int Number, string Text)> Rows(Page page) => page.Prose
        .Zip(page.Prose.Skip(1))
        .Where(static pair => pair.First.Text.StartsWith('|') && !IsRuler(pair.Second.Text))
        .Select(static pair => pair.Second)
        .Where(static line => line.Text.StartsWith('|'));

    private static bool IsRuler(string line) => line.StartsWith("|---", StringComparison.Ordinal);

    private static IEnumerable<string> MissingIn(Page page, (int Number, string Text) row)
    {
        string cell = row.Text.Trim('|').Split('|')[^1].Trim();
        string[] names = [.. CodeSpan().Matches(cell).Select(static match => match.Groups[1].Value)];
        return cell.StartsWith(NoTest, StringComparison.Ordinal) ? []
            : names.Length == 0 ? [$"{page.Path}:{row.Number}: no test, and no reason"]
            : names.Where(static name => !IsThere(name))
                .Select(name => $"{page.Path}:{row.Number}: there is no {name}");
    }

    private static bool IsThere(string name)
    {
        if (name.StartsWith(Misdeed, StringComparison.Ordinal))
        {
            string misdeeds = Tree.Read("UserPrograms/Crash/Misdeeds.cs");
            return misdeeds.Contains($"new(\"{name[Misdeed.Length..]}\"", StringComparison.Ordinal);
        }

        string[] parts = name.Split('.');
        return s_cases.Value.Contains(name) || (parts.Length == 2 && Tree.FilesOfClass(parts[0]).Any(
            file => Regex.IsMatch(Tree.Read(file), $@"\[(Fact|Theory)\][^;{{]*?\bvoid {Regex.Escape(parts[1])}\(")));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeSpan();
}
