using System;
using System.IO;

namespace Verbs;

/// <summary>The working tree that the verbs belong to, and what the build makes in it.</summary>
/// <param name="Root">Its top folder, a full path.</param>
public sealed record Repository(string Root)
{
    private const string Landmark = "build.sh";

    /// <summary>Everything: kernel, image, tools and tests.</summary>
    public string Solution => Path.Combine(Root, "Kernel.sln");

    /// <summary>The project that makes the kernel and the ISO.</summary>
    public string KernelProject => Path.Combine(Root, "Kernel", "Kernel.csproj");

    /// <summary>The one folder for everything that a build makes.</summary>
    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>The bootable image.</summary>
    public string Iso => Path.Combine(Artifacts, "image", "kernel.iso");

    /// <summary>The kernel with its symbols.</summary>
    public string KernelElf => Path.Combine(Artifacts, "image", "kernel.elf");

    /// <summary>The programs of ring 3, as the kernel finds them.</summary>
    public string Archive => Path.Combine(Artifacts, "image", "programs.cpio");

    /// <summary>The IL assemblies that the kernel was compiled from.</summary>
    public string[] KernelAssemblies =>
        [Path.Combine(Artifacts, "bin", "Kernel", "debug", "Kernel.dll"), Path.Combine(Artifacts, "bin", "CoreLib", "debug", "CoreLib.dll")];

    /// <summary>The project of the kernel that measures itself.</summary>
    public string BenchProject => Path.Combine(Root, "Tests", "BenchImage", "BenchImage.csproj");

    /// <summary>The kernel that measures itself.</summary>
    public string BenchElf => Path.Combine(Artifacts, "bench-image", "kernel.elf");

    /// <summary>What each of its figures may come to.</summary>
    public string Bars => Path.Combine(Root, "Tests", "BenchImage", "bars.txt");

    /// <summary>What each came to when it was recorded.</summary>
    public string RecordedFigures => Path.Combine(Root, "Tests", "BenchImage", "recorded.txt");

    /// <summary>The program that measures Linux, in C.</summary>
    public string LinuxBench => Path.Combine(Root, "Tests", "BenchLinux");

    /// <summary>What each way of Linux came to when it was recorded.</summary>
    public string RecordedLinux => Path.Combine(LinuxBench, "recorded.txt");

    /// <summary>Debian's kernel and the program for it.</summary>
    public string LinuxArtifacts => Path.Combine(Artifacts, "linux");

    /// <summary>The projects of all kernels but the one.</summary>
    public string[] OtherKernelProjects =>
    [
        BenchProject,
        Path.Combine(Root, "Tests", "AuditImage", "AuditImage.csproj"),
        Path.Combine(Root, "Tests", "CrashImage", "CrashImage.csproj"),
        Path.Combine(Root, "Tests", "RingThreeImage", "RingThreeImage.csproj"),
    ];

    /// <summary>The tests that run the kernel in emulators.</summary>
    public string QemuTests => Path.Combine(Root, "Tests", "Qemu");

    /// <summary>The kept seeds of the program <c>fuzz</c>.</summary>
    public string FuzzSeeds => Path.Combine(QemuTests, "Fuzzing", "seeds.txt");

    /// <summary>Why some of the kernel's code is not reached, and what the page about it begins with.</summary>
    public string CoverageReasons => Path.Combine(QemuTests, "Fuzzing", "unreached.txt");

    /// <summary>What is promised, and by which tests.</summary>
    public string Promises => Path.Combine(Root, "Tests", "promises.txt");

    /// <summary>The page of it.</summary>
    public string PromisePage => Path.Combine(Root, "docs", "promises.md");

    /// <summary>The folder of the last test run's results.</summary>
    public string TestResults => Path.Combine(Artifacts, "test-results");

    /// <summary>The program that draws the book's figures of address spaces.</summary>
    public string FiguresProject => Path.Combine(Root, "Tests", "TreeFigures", "TreeFigures.csproj");

    /// <summary>The same, built.</summary>
    public string FiguresProgram => Path.Combine(Artifacts, "bin", "TreeFigures", "debug", "TreeFigures.dll");

    /// <summary>The program that runs the host's tests for one mutant after the other.</summary>
    public string MutantsProject => Path.Combine(Root, "Tests", "Mutants", "Mutants.csproj");

    /// <summary>The folder of the same, built.</summary>
    public string MutantsBuilt => Path.Combine(Artifacts, "bin", "Mutants", "release");

    /// <summary>The program that runs the kernel on a simulated machine.</summary>
    public string SimulatorProject => Path.Combine(Root, "Tests", "Simulator", "Simulator.csproj");

    /// <summary>The same, built.</summary>
    public string Simulator => Path.Combine(Artifacts, "bin", "Simulator", "debug", "Simulator.dll");

    /// <summary>Where scripts that failed are left.</summary>
    public string SimulatorScripts => Path.Combine(Artifacts, "simulate");

    /// <summary>The book's pictures.</summary>
    public string Images => Path.Combine(Root, "docs", "images");

    /// <summary>The chart of what is recorded.</summary>
    public string CostChart => Path.Combine(Images, "costs.svg");

    /// <summary>What the guest of the last <c>run</c> wrote to its serial port.</summary>
    public string SerialLog => Path.Combine(Artifacts, "serial.log");

    /// <summary>The commands that gdb starts with.</summary>
    public string GdbScript => Path.Combine(Root, "qemu", "kernel.gdb");

    /// <summary>The tree that this program was built in.</summary>
    /// <exception cref="VerbException">It was moved out of its tree.</exception>
    public static Repository Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Landmark)))
            {
                return new Repository(folder.FullName);
            }
        }
        throw new VerbException(
            $"{AppContext.BaseDirectory} is not inside the kernel's working tree", "start the verbs through build.sh");
    }
}
