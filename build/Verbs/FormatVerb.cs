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

    /// <summary>
    /// Fails where a file's white space is not as .editorconfig wants it. The rest of the style fails the build
    /// itself.
    /// </summary>
    /// <exception cref="VerbException">It is not.</exception>
    public static void CheckWhiteSpace(Repository repository)
    {
        string[] arguments =
            ["format", "whitespace", repository.Root, "--folder", "--verify-no-changes", "--exclude", repository.Artifacts];
        if (HostCommand.Run("dotnet", arguments, repository.Root) != 0)
        {
            throw new VerbException("white space is not as .editorconfig wants it", "./build.sh format");
        }
    }
}
