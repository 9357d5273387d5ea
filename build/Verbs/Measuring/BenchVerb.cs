using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Verbs.Measuring.Charts;
using Verbs.Measuring.Linux;
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
        var record = new Option<bool>("--record")
        {
            Description = "Record the figures: from now on none may be worse.",
        };
        var linux = new Option<bool>("--linux")
        {
            Description = "Also measure Debian's Linux kernel in the same machine; downloads it, and takes minutes.",
        };
        var time = new Option<bool>("--time")
        {
            Description = "Also compare with Linux by the clock on the wall: ratios, which vary.",
        };
        var command = new Command(
            "bench", "Measure what the kernel's parts cost; a line for each: name, value, bar, ok or over.")
        {
            json,
            record,
            linux,
            time,
        };
        command.SetAction(parsed =>
        {
            Installer.Ensure(Purpose.Build | Purpose.Run);
            Build.Quietly(repository, repository.BenchProject);
            Build.Image(repository);
            var images = new BenchImages(
                repository.BenchElf, repository.KernelElf, repository.Archive, repository.Iso);
            Scores scores = Scores.Of(
                BarList.Read(repository.Bars), BenchMachine.MeasureAll(images, Console.Error));
            if (parsed.GetValue(json) is { } file)
            {
                File.WriteAllText(file, FigureJson.Write(scores));
            }
            if (parsed.GetValue(record))
            {
                Record(repository, scores);
            }
            if (parsed.GetValue(linux))
            {
                IReadOnlyList<Recorded> theirs = LinuxBench.Run(repository, Ratchet.RecordsOf(scores), Console.Error);
                if (parsed.GetValue(record))
                {
                    RecordList.Write(repository.RecordedLinux, theirs);
                }
            }
            if (parsed.GetValue(time))
            {
                WallClock.Write(images, LinuxBench.Prepare(repository), Console.Error);
            }
            if (parsed.GetValue(record))
            {
                CostChart.Write(repository);
            }
            return Tell(scores, RecordList.Read(repository.RecordedFigures), Console.Out, Console.Error);
        });
        return command;
    }

    /// <summary>
    /// Writes the lines to <paramref name="output"/>, and the rest to <paramref name="errors"/>; the exit code.
    /// </summary>
    public static int Tell(
        Scores scores, IReadOnlyList<Recorded> recorded, TextWriter output, TextWriter errors)
    {
        var ratchet = Ratchet.Compare(recorded, scores);
        FigureText.WriteTable(scores, errors);
        FigureText.WriteLines(scores, output);
        foreach (string complaint in scores.Complaints)
        {
            errors.WriteLine($"error: {complaint}: compare Tests/BenchImage and its bars.txt");
        }
        foreach (string gain in ratchet.Gains)
        {
            errors.WriteLine($"{gain}: record it with ./build.sh bench --record");
        }
        foreach (string complaint in ratchet.Complaints)
        {
            errors.WriteLine($"error: {complaint}: mend it, or record it on purpose with ./build.sh bench --record");
        }
        return scores.IsGood && ratchet.Complaints.Count == 0 ? 0 : 1;
    }

    // What this host has no memory for stays as it was recorded.
    private static void Record(Repository repository, Scores scores)
    {
        IReadOnlyList<Recorded> measured = Ratchet.RecordsOf(scores);
        IEnumerable<Recorded> missing = RecordList.Read(repository.RecordedFigures).Where(old => scores.Figures.Any(
            figure => figure.Bar.Name == old.Name && figure.Value is null));
        RecordList.Write(repository.RecordedFigures, [.. measured, .. missing]);
    }
}
