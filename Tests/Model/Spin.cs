using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using Xunit;

namespace Kernel.Tests.Model;

/// <summary>The model's files, and the programs that know what to do with them.</summary>
internal static class Spin
{
    private static readonly string s_folder = Path.Combine(
        typeof(Spin).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static each => each.Key == "RepoRoot").Value!,
        "Tests/Model/Promela");

    /// <summary>The file that includes all others.</summary>
    public static string Model => Path.Combine(s_folder, "rendezvous.pml");

    /// <summary>All of the model.</summary>
    public static string Source => string.Concat(Directory.EnumerateFiles(s_folder, "*.pml").Select(File.ReadAllText));

    /// <summary>Random runs of the model, a line for each call.</summary>
    public static IEnumerable<string> Simulate(
        Bounds bounds, int seed, int steps, int runs, params string[] definitions)
    {
        using var folder = new WorkFolder();
        string output = Run(
            folder.Path, "spin",
            ["-T", $"-n{seed}", .. bounds.Definitions, $"-DSTEPS={steps}", $"-DRUNS={runs}", .. definitions, Model]);
        string[] lines = output.Split('\n');
        Assert.Contains("end", lines);
        return lines.TakeWhile(static line => line != "end");
    }

    /// <summary>What a program writes; it must come to a good end.</summary>
    public static string Run(string folder, string program, IReadOnlyList<string> arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {output}");
        return output;
    }
}
