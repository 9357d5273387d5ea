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

    /// <summary>Assembles, and does not link.</summary>
    public static ElfImage Object(string source, params string[] options) =>
        InFolder(folder => Assemble(folder, source, options));

    /// <summary>Assembles with line numbers in a folder of that name, and does not link.</summary>
    public static ElfImage ObjectFrom(string name, string source) => InFolder(
        folder => Assemble(folder.CreateSubdirectory(name), source, ["-g", "-F", "dwarf", "--reproducible"]));

    /// <summary>Links an object.</summary>
    public static ElfImage FromObject(byte[] bytes) => InFolder(folder =>
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, "sample.o"), bytes);
        return LinkIn(folder);
    });

    private static ElfImage Make(string source, params string[] options) => InFolder(folder =>
    {
        Assemble(folder, source, options);
        return LinkIn(folder);
    });

    private static ElfImage LinkIn(DirectoryInfo folder)
    {
        Run(folder, "ld.lld", ["-static", "-e", "first", Link, "sample.o", "-o", "sample.elf"]);
        return ElfImage.Load(Path.Combine(folder.FullName, "sample.elf"));
    }

    private static ElfImage Assemble(DirectoryInfo folder, string source, string[] options)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "sample.asm"), source);
        Run(folder, "nasm", ["-f", "elf64", .. options, "sample.asm", "-o", "sample.o"]);
        return ElfImage.Load(Path.Combine(folder.FullName, "sample.o"));
    }

    private static ElfImage InFolder(Func<DirectoryInfo, ElfImage> make)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gates");
        try
        {
            return make(folder);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Run(DirectoryInfo folder, string tool, string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{tool} does not start");
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{tool}: {errors}");
    }
}
