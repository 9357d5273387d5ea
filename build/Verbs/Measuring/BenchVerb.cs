using System;
using System.CommandLine;
using System.IO;
using Verbs.Tools;

namespace Verbs.Measuring;

/// <summary><c>bench</c>: what the kernel's parts cost, in executed instructions, beside what they may cost.</summary>
public static class BenchVerb
{
    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var json = new Option<string?>("--json")
        {
            Description = "Also write the figures to a file, with every count on every processor.",
            HelpName = "FILE",
        };
        var command = new Command(
            "bench", "Measure what the kernel's parts cost; a line for each: name, value, bar, ok or over.")
        {
            json,
        };
        command.SetAction(parsed =>
        {
            Installer.Ensure(Purpose.Build | Purpose.Run);
            Build.Quietly(repository, repository.BenchProject);
            Build.Image(repository);
            var images = new BenchImages(repository.BenchElf, repository.KernelElf, repository.Archive);
            Scores scores = Scores.Of(
                BarList.Read(repository.Bars), BenchMachine.MeasureAll(images, Console.Error));
            if (parsed.GetValue(json) is { } file)
            {
                File.WriteAllText(file, FigureJson.Write(scores));
            }
            return Tell(scores, Console.Out, Console.Error);
        });
        return command;
    }

    /// <summary>
    /// Writes the lines to <paramref name="output"/>, and the rest to <paramref name="errors"/>; the exit code.
    /// </summary>
    public static int Tell(Scores scores, TextWriter output, TextWriter errors)
    {
        FigureText.WriteTable(scores, errors);
        FigureText.WriteLines(scores, output);
        foreach (string complaint in scores.Complaints)
        {
            errors.WriteLine($"error: {complaint}: compare Tests/BenchImage and its bars.txt");
        }
        return scores.IsGood ? 0 : 1;
    }
}
