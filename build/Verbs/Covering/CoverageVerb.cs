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
        var command = new Command(
            "coverage", "Run everything, and write which of the kernel's code was reached; takes some minutes.")
        {
            page,
            only,
        };
        command.SetAction(parsed =>
        {
            Installer.Ensure(Purpose.Build | Purpose.Run | Purpose.Uefi);
            Build.Image(repository);
            foreach (string project in repository.OtherKernelProjects)
            {
                Build.Quietly(repository, project);
            }
            string words = parsed.GetValue(only)!;
            Coverage coverage = Coverage.Of(repository.KernelElf, repository.KernelAssemblies);
            (string, int, int)[] runs = [.. RunAll(repository, words, coverage)];
            Console.WriteLine($"{coverage.Reached} of {coverage.Blocks.Length} blocks are reached");
            if (words.Length == 0)
            {
                using var text = new StreamWriter(parsed.GetValue(page)!);
                CoveragePage.Write(
                    coverage, runs, Excuses.Read(repository.CoverageReasons), text);
            }
            return 0;
        });
        return command;
    }

    private static IEnumerable<(string Name, int Blocks, int New)> RunAll(
        Repository repository, string words, Coverage coverage)
    {
        Dictionary<string, Coverage> kernels = [];
        foreach (CoverageMachine machine in CoverageMachines.All(repository)
            .Where(machine => machine.Name.Contains(words, StringComparison.Ordinal)))
        {
            string image = machine.Kernel ?? repository.KernelElf;
            if (!kernels.TryGetValue(image, out Coverage? kernel))
            {
                kernel = image == repository.KernelElf ? coverage : Coverage.Of(image, repository.KernelAssemblies);
                kernels.Add(image, kernel);
            }
            HashSet<ulong> reached = machine.Run(kernel.Start, kernel.End);
            int blocks = kernel.Blocks.Count(block => reached.Contains(block.Start));
            int added = kernel == coverage ? coverage.Add(reached) : coverage.Add(kernel, reached);
            Console.WriteLine($"{machine.Name}: {blocks} blocks, {added} new");
            yield return (machine.Name, blocks, added);
        }
    }
}
