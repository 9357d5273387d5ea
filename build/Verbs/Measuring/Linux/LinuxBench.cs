using System.Collections.Generic;
using System.IO;
using Verbs.Tools;

namespace Verbs.Measuring.Linux;

/// <summary>The same work on Debian's kernel, in the same virtual machine.</summary>
public static class LinuxBench
{
    /// <summary>Downloads, builds, measures, and writes ours beside Linux's.</summary>
    /// <param name="repository">Where files are.</param>
    /// <param name="ours">What was measured of the kernel.</param>
    /// <param name="output">For people.</param>
    /// <returns>What Linux costs.</returns>
    public static IReadOnlyList<Recorded> Run(Repository repository, IReadOnlyList<Recorded> ours, TextWriter output)
    {
        LinuxFiles files = Prepare(repository);
        output.WriteLine($"Linux {files.Release} beside it; in instructions, each in its best way:");
        IReadOnlyList<Recorded> linux = LinuxRecords.Measure(files);
        LinuxText.WriteTable(ours, linux, output);
        return linux;
    }

    /// <summary>Downloads and builds what is not there.</summary>
    /// <exception cref="VerbException">Something cannot be had; says what to do.</exception>
    public static LinuxFiles Prepare(Repository repository)
    {
        Installer.Ensure(Purpose.Linux);
        string kernel = LinuxDownload.Kernel(repository.LinuxArtifacts);
        string archive = LinuxProgram.Build(repository.LinuxBench, repository.LinuxArtifacts);
        return new LinuxFiles(kernel, LinuxDownload.Release(kernel), archive);
    }
}
