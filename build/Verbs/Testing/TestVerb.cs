using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Verbs.Tools;

namespace Verbs.Testing;

/// <summary><c>test</c>: every test project of the solution, and one line with the sum.</summary>
public static class TestVerb
{
    private const string LongVariable = "KERNEL_TESTS_LONG";

    /// <summary>The verb's grammar and action.</summary>
    public static Command Create(Repository repository)
    {
        var isLong = new Option<bool>("--long") { Description = $"Also run what takes minutes ({LongVariable}=1 for the tests)." };
        var filter = new Option<string?>("--filter")
        {
            Description = "Run only the tests that match, in the words of \"dotnet test --filter\".",
            HelpName = "EXPRESSION",
        };
        var command = new Command("test", "Build everything and run every test; the last line is: N passed, N failed.") { isLong, filter };
        command.SetAction(parsed =>
        {
            Installer.Ensure(Purpose.Build | Purpose.Run | Purpose.Uefi | Purpose.Test | Purpose.Debug);
            BuildAndCheckWhiteSpace(repository);
            if (parsed.GetValue(isLong))
            {
                Environment.SetEnvironmentVariable(LongVariable, "1");
            }
            return Run(repository, parsed.GetValue(filter));
        });
        return command;
    }

    // The check needs no build, and a build leaves it time now and then.
    private static void BuildAndCheckWhiteSpace(Repository repository)
    {
        var check = Task.Run(() => FormatVerb.CheckWhiteSpace(repository));
        try
        {
            Build.Quietly(repository, repository.Solution);
        }
        finally
        {
            check.GetAwaiter().GetResult();
        }
    }

    private static int Run(Repository repository, string? filter)
    {
        string results = repository.TestResults;
        if (Directory.Exists(results))
        {
            Directory.Delete(results, recursive: true);
        }
        Directory.CreateDirectory(results);
        if (File.Exists(BootMatrix(repository)))
        {
            File.Delete(BootMatrix(repository));
        }
        int code = HostCommand.Run("dotnet", Arguments(repository, results, filter), repository.Root);
        TestCounts counts = Directory.EnumerateFiles(results, "*.trx").Select(TrxFile.Count)
            .Aggregate(default(TestCounts), TestCounts.Add);
        counts = Judge(counts, code, Console.Error);
        ShowBootMatrix(repository);
        Console.WriteLine(counts);
        return counts.IsGood ? 0 : 1;
    }

    // The boot tests leave it: a filter may have left them out.
    private static void ShowBootMatrix(Repository repository)
    {
        if (File.Exists(BootMatrix(repository)))
        {
            Console.WriteLine(File.ReadAllText(BootMatrix(repository)));
        }
    }

    private static string BootMatrix(Repository repository) =>
        Path.Combine(repository.Artifacts, "test", "boot-matrix.md");

    /// <summary>A run that failed without a failed test (a test process died) counts as a failure of its own.</summary>
    internal static TestCounts Judge(TestCounts counts, int exitCode, TextWriter errors)
    {
        if (exitCode != 0 && counts.Failed == 0)
        {
            errors.WriteLine($"error: dotnet test ended with code {exitCode} although no test failed: see its words above");
            return counts with { Failed = 1 };
        }
        if (exitCode == 0 && counts.Passed == 0)
        {
            errors.WriteLine("error: no test ran: check the filter");
        }
        return counts;
    }

    // Two projects at a time: a project's last test leaves a processor to the next project. None of them measures time
    // but the last test of the longest, which has gone on alone by then.
    private static IReadOnlyList<string> Arguments(Repository repository, string results, string? filter) =>
    [
        "test", repository.Solution, "--no-build", "--nologo", "-maxcpucount:2",
        "--logger", "trx", "--logger", "console;verbosity=minimal",
        "--results-directory", results,
        .. filter is null ? (IReadOnlyList<string>)[] : ["--filter", filter],
    ];
}
