using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

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

    /// <summary>
    /// Judges mutants by all tests of a room, on all processors: each has a part of the mutants, and files of its own.
    /// </summary>
    /// <exception cref="VerbException">The tests fail without mutants.</exception>
    public IReadOnlyList<Mutant> Judge(MutatedRoom room, IReadOnlyList<Mutant> mutants)
    {
        int parts = Environment.ProcessorCount;
        Hearing[] hearings =
        [
            .. mutants.Select(static (mutant, index) => (mutant.Number, index))
                .GroupBy(mutant => mutant.index % parts, static mutant => mutant.Number)
                .Select(static part => new Hearing(part)),
        ];
        Task.WhenAll(hearings.Select((hearing, part) => Task.Run(() => Finish(room, hearing, part))))
            .GetAwaiter().GetResult();
        Dictionary<int, MutantFate> fates =
            hearings.SelectMany(static hearing => hearing.Fates).ToDictionary();
        return [.. mutants.Select(mutant => mutant with { Fate = fates[mutant.Number] })];
    }

    private void Finish(MutatedRoom room, Hearing hearing, int part)
    {
        int all = hearing.Left.Count;
        while (hearing.Left.Count != 0)
        {
            Go(room, hearing, part);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{room.Name}, part {part}: {hearing.Fates.Count} of {all} mutants tried"));
        }
    }

    private void Go(MutatedRoom room, Hearing hearing, int part)
    {
        string tests = FileOf("tests", part);
        using Process process = HostCommand.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(Program, "Mutants.dll"), tests, .. room.Tests])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["KERNEL_TESTS_PROGRAMS"] = "300", ["DOTNET_GCHeapHardLimit"] = MostMemory },
        });
        // A stack that overflows says much: into a file.
        using StreamWriter errors = File.AppendText(FileOf("errors", part));
        process.ErrorDataReceived += (_, said) => errors.WriteLine(said.Data);
        process.BeginErrorReadLine();
        foreach (int number in hearing.Left)
        {
            process.StandardInput.WriteLine(number);
        }

        process.StandardInput.Close();
        using StreamWriter log = File.AppendText(FileOf("log", part));
        log.AutoFlush = true;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            log.WriteLine(line);
            hearing.Hear(line);
        }

        process.WaitForExit();
        hearing.End();
    }

    private string FileOf(string name, int part) => Path.Combine(folder, $"{name}-{part}.txt");
}
