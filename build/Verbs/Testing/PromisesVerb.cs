using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;

namespace Verbs.Testing;

/// <summary><c>promises</c>: the page of what is promised, from the results of the last test run.</summary>
public static class PromisesVerb
{
    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var command = new Command("promises", "Write docs/promises.md from the results of the last test run.");
        command.SetAction(_ => Run(repository));
        return command;
    }

    private static int Run(Repository repository)
    {
        if (!Directory.Exists(repository.TestResults))
        {
            throw new VerbException("there are no results", "run ./build.sh test first");
        }

        // Whoever ran some tests again has their new results there, too.
        IReadOnlyList<TestResult> results =
        [
            .. Directory.EnumerateFiles(repository.TestResults, "*.trx")
                .OrderByDescending(File.GetLastWriteTimeUtc)
                .SelectMany(TrxFile.Read)
                .DistinctBy(static result => result.Name),
        ];
        IReadOnlyList<Promise> promises = Promise.ReadAll(File.ReadLines(repository.Promises));
        File.WriteAllText(repository.PromisePage, PromisePage.Write(promises, results));
        Console.WriteLine($"docs/promises.md: {promises.Count} promises");
        return 0;
    }
}
