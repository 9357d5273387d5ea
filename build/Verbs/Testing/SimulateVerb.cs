using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO;

namespace Verbs.Testing;

/// <summary><c>simulate</c>: the kernel's pure rooms on a simulated machine, step by step beside a model.</summary>
public static class SimulateVerb
{
    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var seed = new Option<int>("--seed")
        {
            Description = "What all chance comes from: the same seed does the same again.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => 1,
            CustomParser = WholeNumber.Between(0, int.MaxValue),
        };
        var steps = new Option<long>("--steps")
        {
            Description = "How many steps.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => 1_000_000,
            CustomParser = ReadSteps,
        };
        var script = new Option<string?>("--script") { Description = "Replay a script instead.", HelpName = "FILE" };
        var command = new Command("simulate", "Run the kernel on a simulated machine, audited after every step.")
        {
            seed, steps, script,
        };
        command.SetAction(parsed =>
        {
            string? file = parsed.GetValue(script);
            string[] arguments = file is not null
                ? [Path.GetFullPath(file)]
                : [Text(parsed.GetValue(seed)), Text(parsed.GetValue(steps)), repository.SimulatorScripts];
            Build.Quietly(repository, repository.SimulatorProject);
            return HostCommand.Run("dotnet", ["exec", repository.Simulator, .. arguments], repository.Root);
        });
        return command;
    }

    private static long ReadSteps(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) || number == 0)
        {
            result.AddError($"{text} is no number of steps");
        }
        return number;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
