using System;
using System.CommandLine;
using System.IO;

namespace Verbs.Mutating;

/// <summary><c>mutate</c>: whether the tests notice when the code is changed a little.</summary>
public static class MutateVerb
{
    // Tests of random programs run one in so many.
    private const string ProgramsVariable = "KERNEL_TESTS_PROGRAMS";

    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var only = new Option<string>("--only")
        {
            Description = "Change only files with such names, as in \"Frame*.cs\".",
            HelpName = "PATTERN",
            DefaultValueFactory = static _ => "*.cs",
        };
        var command = new Command(
            "mutate", "Change Kernel/Memory in every small way, and see whether the tests notice; takes hours.")
        {
            only,
        };
        command.SetAction(parsed =>
        {
            MutationScore score = Run(repository, parsed.GetValue(only)!);
            score.Write(Console.Out);
            return score.IsGood ? 0 : 1;
        });
        return command;
    }

    private static MutationScore Run(Repository repository, string pattern)
    {
        string tests = Path.Combine(repository.Root, "Tests", "Host");
        string output = Path.Combine(repository.Artifacts, "mutation");
        if (Directory.Exists(output))
        {
            // What is found there afterwards is of this run.
            Directory.Delete(output, recursive: true);
        }
        Build.DotNet(repository, "tool", "restore");
        Environment.SetEnvironmentVariable(ProgramsVariable, "300");
        // Whatever it ends with: the report says what came of it.
        HostCommand.Run("dotnet", Arguments(output, pattern), tests);
        return MutationScore.Of(
            MutationReport.Read(Path.Combine(output, "reports", "mutation-report.json")),
            Survivors.Read(Path.Combine(tests, "Memory", "survivors.txt")));
    }

    private static string[] Arguments(string output, string pattern) =>
    [
        "stryker", "--config-file", "stryker-config.json", "--skip-version-check", "--output", output,
        "--mutate", $"**/Kernel/Memory/**/{pattern}",
    ];
}
