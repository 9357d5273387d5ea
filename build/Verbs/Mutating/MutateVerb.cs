using System;
using System.CommandLine;
using System.IO;
using System.Linq;

namespace Verbs.Mutating;

/// <summary><c>mutate</c>: whether the tests notice when the code is changed a little.</summary>
public static class MutateVerb
{
    // Tests of random programs run one in so many.
    private const string ProgramsVariable = "KERNEL_TESTS_PROGRAMS";

    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var room = new Option<string>("--room")
        {
            Description = "Change the files of this folder of Kernel/.",
            HelpName = "ROOM",
            DefaultValueFactory = static _ => "Memory",
        };
        room.AcceptOnlyFromAmong([.. MutatedRoom.All.Select(static room => room.Name)]);
        var only = new Option<string>("--only")
        {
            Description = "Change only files with such names, as in \"Frame*.cs\".",
            HelpName = "PATTERN",
            DefaultValueFactory = static _ => "*.cs",
        };
        var command = new Command(
            "mutate", "Change a room of the kernel in every small way, and see whether the tests notice; takes hours.")
        {
            room,
            only,
        };
        command.SetAction(parsed =>
        {
            string name = parsed.GetValue(room)!;
            MutationScore score = Run(
                repository, MutatedRoom.All.Single(room => room.Name == name), parsed.GetValue(only)!);
            score.Write(Console.Out);
            return score.IsGood ? 0 : 1;
        });
        return command;
    }

    private static MutationScore Run(Repository repository, MutatedRoom room, string pattern)
    {
        string tests = Path.Combine(repository.Root, "Tests", "Host");
        string output = Path.Combine(repository.Artifacts, "mutation");
        if (Directory.Exists(output))
        {
            // What is found there afterwards is of this run.
            Directory.Delete(output, recursive: true);
        }
        Directory.CreateDirectory(output);
        string config = Path.Combine(output, "stryker-config.json");
        File.WriteAllText(config, room.ConfigFor(pattern));
        Build.DotNet(repository, "tool", "restore");
        Environment.SetEnvironmentVariable(ProgramsVariable, "300");
        // Whatever it ends with: the report says what came of it.
        HostCommand.Run(
            "dotnet", ["stryker", "--config-file", config, "--skip-version-check", "--output", output], tests);
        return MutationScore.Of(
            MutationReport.Read(Path.Combine(output, "reports", "mutation-report.json")),
            Survivors.Read(room.SurvivorsIn(repository)));
    }
}
