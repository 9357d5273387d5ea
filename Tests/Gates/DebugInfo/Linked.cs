using System;
using System.Diagnostics;
using System.IO;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates.DebugInfo;

/// <summary>Small programs that are assembled and linked as the kernel is.</summary>
internal static class Linked
{
    private const string Link = "-Ttext=0xffffffff80000000";

    /// <summary>Assembles with line numbers.</summary>
    public static ElfImage WithLines(string source) => Make(source, "-g", "-F", "dwarf");

    /// <summary>Assembles as it stands.</summary>
    public static ElfImage Plain(string source) => Make(source);

    private static ElfImage Make(string source, params string[] options)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gates");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "sample.asm"), source);
            Run(folder, "nasm", ["-f", "elf64", .. options, "sample.asm", "-o", "sample.o"]);
            Run(folder, "ld.lld", ["-static", "-e", "first", Link, "sample.o", "-o", "sample.elf"]);
            return ElfImage.Load(Path.Combine(folder.FullName, "sample.elf"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Run(DirectoryInfo folder, string tool, string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { WorkingDirectory = folder.FullName, RedirectStandardError = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{tool} does not start");
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{tool}: {errors}");
    }
}
