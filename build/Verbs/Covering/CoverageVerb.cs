using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Verbs.Tools;

namespace Verbs.Covering;

/// <summary><c>coverage</c>: which of the kernel's code all that runs it reaches.</summary>
public static class CoverageVerb
{
    private const ulong CallsOfSeed = 100_000;

    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var page = new Option<string>("--page")
        {
            Description = "The page to write.",
            HelpName = "FILE",
            DefaultValueFactory = _ => Path.Combine(repository.Root, "docs", "coverage.md"),
        };
        var only = new Option<string>("--runs")
        {
            Description = "Run only what has such words in its name; no page is written then.",
            HelpName = "WORDS",
            DefaultValueFactory = static _ => "",
        };
        var seeds = new Option<int>("--seeds")
        {
            Description = "Try so many more seeds of the program fuzz, and keep those that reach something new.",
            HelpName = "NUMBER",
        };
        var command = new Command(
            "coverage", "Run everything, and write which of the kernel's code was reached; takes a quarter of an hour.")
        {
            page,
            only,
            seeds,
        };
        command.SetAction(parsed =>
        {
            Installer.Ensure(Purpose.Build | Purpose.Run | Purpose.Uefi | Purpose.Test | Purpose.Debug);
            Build.Image(repository);
            foreach (string project in (string[])[.. repository.OtherKernelProjects, repository.QemuTests])
            {
                Build.Quietly(repository, project);
            }
            string words = parsed.GetValue(only)!;
            var kernels = new CoveredKernels(repository);
            (string, int, int)[] runs =
                [.. RunAll(repository, words, kernels), .. TrySeeds(repository, parsed.GetValue(seeds), kernels)];
            Console.WriteLine($"{kernels.Main.Reached} of {kernels.Main.Blocks.Length} blocks are reached");
            if (words.Length == 0)
            {
                using var text = new StreamWriter(parsed.GetValue(page)!);
                CoveragePage.Write(kernels.Main, runs, Excuses.Read(repository.CoverageReasons), text);
            }
            return 0;
        });
        return command;
    }

    private static IEnumerable<(string Name, int Blocks, int New)> RunAll(
        Repository repository, string words, CoveredKernels kernels) =>
        CoverageMachines.All(repository).Concat(TestFolder.All(repository))
            .Where(run => run.Name.Contains(words, StringComparison.Ordinal))
            .Select(run => Run(run, kernels));

    private static IEnumerable<(string Name, int Blocks, int New)> TrySeeds(
        Repository repository, int count, CoveredKernels kernels)
    {
        ulong last = FuzzSeeds.Read(repository.FuzzSeeds).Max(static seed => seed.Seed);
        for (ulong i = 1; i <= (ulong)count; i++)
        {
            var seed = new FuzzSeed(last + i, CallsOfSeed);
            (string Name, int Blocks, int New) result = Run(CoverageMachines.Fuzz(repository, seed), kernels);
            if (result.New > 0)
            {
                FuzzSeeds.Keep(repository.FuzzSeeds, seed, result.New);
                yield return result;
            }
        }
    }

    private static (string Name, int Blocks, int New) Run(ICoverageRun run, CoveredKernels kernels)
    {
        (int blocks, int added) = kernels.Run(run);
        Console.WriteLine($"{run.Name}: {blocks} blocks, {added} new");
        return (run.Name, blocks, added);
    }
}
