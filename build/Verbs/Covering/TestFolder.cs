using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Machines;

namespace Verbs.Covering;

/// <summary>The tests of a folder of Tests/Qemu, with all machines that they start.</summary>
/// <param name="repository">The tree.</param>
/// <param name="folder">The folder's name.</param>
public sealed class TestFolder(Repository repository, string folder) : ICoverageRun
{
    // Other copies of the kernel, and what runs the programs that CoverageMachines runs, for the results of each: they
    // reach nothing new.
    private static readonly string[] s_without = ["Building", "Figures", "Fuzzing", "Support", "UserTests"];

    /// <inheritdoc/>
    public string Name => $"Tests/Qemu/{folder}";

    /// <summary>All folders with tests that run the kernel of the tree.</summary>
    public static IEnumerable<ICoverageRun> All(Repository repository) =>
        Directory.EnumerateDirectories(repository.QemuTests).Select(static path => Path.GetFileName(path))
            .Except(s_without).Order().Select(folder => new TestFolder(repository, folder));

    /// <inheritdoc/>
    /// <exception cref="VerbException">A test has failed.</exception>
    public void Run(string logs)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "test", repository.QemuTests, "--no-build", "--nologo", "--verbosity", "quiet",
                "--filter", $"FullyQualifiedName~QemuTests.{folder}.",
            ]);
        start.Environment[TranslationLog.Variable] = logs;
        using Process process = HostCommand.Start(start);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new VerbException(
                $"tests in {Name} have failed: what they reached says nothing", "see above, and mend that first");
        }
    }
}
