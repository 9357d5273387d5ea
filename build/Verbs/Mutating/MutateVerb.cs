using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;

namespace Verbs.Mutating;

/// <summary><c>mutate</c>: whether the tests notice when the code is changed a little.</summary>
public static class MutateVerb
{
    // Where a test of Tests/Host puts the assembly that it runs with.
    private const string AssemblyVariable = "KERNEL_TESTS_MUTATED";

    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var room = new Option<string[]>("--room")
        {
            Description = "Change the files of these folders of Kernel/.",
            HelpName = "ROOM...",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = static _ => ["Memory"],
        };
        room.AcceptOnlyFromAmong([.. MutatedRoom.All.Select(static room => room.Name)]);
        var only = new Option<string>("--only")
        {
            Description = "Change only files with such names, as in \"Frame*.cs\".",
            HelpName = "PATTERN",
            DefaultValueFactory = static _ => "*.cs",
        };
        var all = new Option<bool>("--all")
        {
            Description = "Try those changes, too, that a room's list explains as survivors; takes much longer.",
        };
        var command = new Command(
            "mutate", "Change rooms of the kernel in every small way, and see whether the tests notice; takes long.")
        {
            room,
            only,
            all,
        };
        command.SetAction(parsed => Run(
            repository,
            [.. parsed.GetValue(room)!.Select(static name => MutatedRoom.All.Single(room => room.Name == name))],
            parsed.GetValue(only)!,
            parsed.GetValue(all)));
        return command;
    }

    private static int Run(Repository repository, IReadOnlyList<MutatedRoom> rooms, string pattern, bool tryAll)
    {
        string output = Path.Combine(repository.Artifacts, "mutation");
        if (Directory.Exists(output))
        {
            // What is found there afterwards is of this run.
            Directory.Delete(output, recursive: true);
        }
        var trial = new MutantTrial(repository, output);
        trial.Prepare();
        string settings = MutatedRoom.ConfigFor(rooms, pattern);
        IReadOnlyList<Mutant> mutants = Make(repository, settings, output, trial.Mutated);
        bool isGood = true;
        foreach (MutatedRoom room in rooms)
        {
            MutationScore score = ScoreOf(room, repository, trial, mutants, tryAll);
            score.Write(Console.Out);
            isGood &= score.IsGood;
        }
        return isGood ? 0 : 1;
    }

    // Nothing is won by trying what survives: it runs through all tests.
    private static MutationScore ScoreOf(
        MutatedRoom room, Repository repository, MutantTrial trial, IReadOnlyList<Mutant> mutants, bool tryAll)
    {
        IReadOnlySet<string> explained = Survivors.Read(room.SurvivorsIn(repository));
        ILookup<bool, Mutant> known = mutants.Where(mutant => mutant.Room == room.Name)
            .ToLookup(mutant => !tryAll && explained.Contains(mutant.Change));
        return MutationScore.Of(
            [
                .. trial.Judge(room, [.. known[false]]),
                .. known[true].Select(static mutant => mutant with { Fate = MutantFate.Survived }),
            ],
            explained);
    }

    // All mutants in one assembly, and the list of them.
    private static IReadOnlyList<Mutant> Make(Repository repository, string settings, string output, string assembly)
    {
        string config = Path.Combine(output, "stryker-config.json");
        File.WriteAllText(config, settings);
        Build.DotNet(repository, "tool", "restore");
        Environment.SetEnvironmentVariable(AssemblyVariable, assembly);
        // Whatever it ends with: the report says what came of it.
        HostCommand.Run(
            "dotnet",
            ["stryker", "--config-file", config, "--skip-version-check", "--output", output],
            Path.Combine(repository.Root, "Tests", "Host"));
        return MutationReport.Read(Path.Combine(output, "reports", "mutation-report.json"));
    }
}
