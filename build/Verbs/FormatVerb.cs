using System.CommandLine;

namespace Verbs;

/// <summary><c>format</c>: white space and code style of the whole tree.</summary>
public static class FormatVerb
{
    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var check = new Option<bool>("--check") { Description = "Change nothing; fail where a file would change." };
        var command = new Command("format", "Format the sources.") { check };
        command.SetAction(parsed =>
        {
            string[] mode = parsed.GetValue(check) ? ["--verify-no-changes"] : [];
            Build.DotNet(repository, ["format", "whitespace", repository.Solution, .. mode]);
            Build.DotNet(repository, ["format", "style", repository.Solution, .. mode]);
            return 0;
        });
        return command;
    }
}
