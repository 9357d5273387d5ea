using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Linq;
using System.Text.RegularExpressions;
using Verbs;

namespace Docs.Tests;

/// <summary>The verbs of <c>./build.sh</c>, as the program itself knows them.</summary>
internal static partial class Verbs
{
    private static readonly Command s_root = VerbList.Create(Repository.Find());

    /// <summary>Every verb.</summary>
    public static IReadOnlyList<Command> All => [.. s_root.Subcommands];

    /// <summary>The options of a verb, apart from help.</summary>
    public static IEnumerable<string> OptionsOf(Command verb) =>
        verb.Options.Where(static option => option is not HelpOption).Select(static option => option.Name);

    /// <summary>Whether the verbs take these words.</summary>
    public static bool Takes(string words) =>
        s_root.Parse([.. CommandLineParser.SplitCommandLine(words)]).Errors.Count == 0;

    /// <summary>What follows <c>./build.sh</c>, wherever a page has it as code; comments are left out.</summary>
    public static IEnumerable<string> UsesIn(Page page) => page.Blocks.SelectMany(static block => block.Lines)
        .Concat(page.CodeSpans.Select(static span => span.Text))
        .Select(static line => Use().Match(line))
        .Where(static match => match.Success)
        .Select(static match => match.Groups[1].Value.Split(" #")[0].Trim())
        .Where(static words => words.Length != 0);

    [GeneratedRegex(@"^\s*(?:\$ )?\./build\.sh( .*)$")]
    private static partial Regex Use();
}
