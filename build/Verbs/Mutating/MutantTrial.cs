using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Verbs.Mutating;

/// <summary>Tries mutants with the tests of a room, in as few processes as it takes.</summary>
/// <param name="repository">Where the tests are.</param>
/// <param name="folder">The folder of a run.</param>
public sealed class MutantTrial(Repository repository, string folder)
{
    // Hexadecimal: 4 GiB. Mutants may take memory without end.
    private const string MostMemory = "100000000";

    private string Program => Path.Combine(folder, "tests");

    /// <summary>The kernel's code that the tests run with.</summary>
    public string Mutated => Path.Combine(Program, "PureKernel.dll");

    /// <summary>Builds the tests, and copies them: what <see cref="Mutated"/> will be harms no other test.</summary>
    /// <exception cref="VerbException">The build failed.</exception>
    public void Prepare()
    {
        Build.DotNet(repository, "build", repository.MutantsProject, "-c", "Release", "-v", "q", "-clp:NoSummary");
        Directory.CreateDirectory(Program);
        foreach (string file in Directory.GetFiles(repository.MutantsBuilt))
        {
            File.Copy(file, Path.Combine(Program, Path.GetFileName(file)), overwrite: true);
        }
    }

    /// <summary>Judges those of the mutants that are in a room, by all of its tests.</summary>
    /// <exception cref="VerbException">The tests fail without mutants.</exception>
    public IReadOnlyList<Mutant> Judge(MutatedRoom room, IEnumerable<Mutant> all)
    {
        IReadOnlyList<Mutant> mutants = [.. all.Where(mutant => mutant.Room == room.Name)];
        var hearing = new Hearing(mutants.Select(static mutant => mutant.Number));
        while (hearing.Left.Count != 0)
        {
            Go(room, hearing);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{room.Name}: {hearing.Fates.Count} of {mutants.Count} mutants tried"));
        }

        return [.. mutants.Select(mutant => mutant with { Fate = hearing.Fates[mutant.Number] })];
    }

    private void Go(MutatedRoom room, Hearing hearing)
    {
        using Process process = HostCommand.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(Program, "Mutants.dll"), Path.Combine(folder, "tests.txt"), .. room.Tests])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["KERNEL_TESTS_PROGRAMS"] = "300", ["DOTNET_GCHeapHardLimit"] = MostMemory },
        });
        // A stack that overflows says much: into a file.
        using StreamWriter errors = File.AppendText(Path.Combine(folder, "errors.txt"));
        process.ErrorDataReceived += (_, said) => errors.WriteLine(said.Data);
        process.BeginErrorReadLine();
        foreach (int number in hearing.Left)
        {
            process.StandardInput.WriteLine(number);
        }

        process.StandardInput.Close();
        using StreamWriter log = File.AppendText(Path.Combine(folder, "log.txt"));
        while (process.StandardOutput.ReadLine() is { } line)
        {
            log.WriteLine(line);
            hearing.Hear(line);
        }

        process.WaitForExit();
        hearing.End();
    }
}
