using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Xunit;

namespace Kernel.Tests.Gates;

/// <summary>The same sources give the same bytes in another folder, with a name of another length.</summary>
public sealed class ReproducibilityTests : IDisposable
{
    private static readonly string[] s_notSources = ["artifacts", ".git"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("a-clean-build-in-another-folder-");

    [Fact]
    public void ACleanBuildElsewhereGivesTheSameBytes()
    {
        CopySources(new DirectoryInfo(BuiltKernel.Root), _folder);
        Build();
        Assert.All(["kernel.o", "kernel.elf", "kernel.stripped.elf", "kernel.iso"], file => Assert.True(
            File.ReadAllBytes(BuiltKernel.PathOf(file)).AsSpan()
                .SequenceEqual(File.ReadAllBytes(Path.Combine(_folder.FullName, "artifacts", "image", file))),
            $"{file} differs from that of a clean build; it may also be older than the sources: ./build.sh build"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void CopySources(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (FileInfo file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to.FullName, file.Name));
        }

        foreach (DirectoryInfo folder in from.EnumerateDirectories().Where(IsSource))
        {
            CopySources(folder, to.CreateSubdirectory(folder.Name));
        }
    }

    private static bool IsSource(DirectoryInfo folder) => !s_notSources.Contains(folder.Name);

    private void Build()
    {
        string[] arguments = ["build", "Kernel/Kernel.csproj", "-nodeReuse:false", "-nologo", "-verbosity:quiet"];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }
}
