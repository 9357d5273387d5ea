using System.CommandLine;
using Verbs.Tools;

namespace Verbs;

/// <summary><c>build</c>: everything in the solution.</summary>
public static class BuildVerb
{
    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var command = new Command("build", "Build everything: kernel, ISO, tools and tests.");
        command.SetAction(_ =>
        {
            Installer.Ensure(Purpose.Build);
            Build.DotNet(repository, "build", repository.Solution, "--nologo");
            return 0;
        });
        return command;
    }
}
