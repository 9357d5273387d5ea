using System;
using System.IO;
using System.Linq;
using Symbols.Elf;
using Xunit;

namespace Kernel.Tests.Gates;

/// <summary>The programs of ring 3 that the build has left.</summary>
internal static class BuiltPrograms
{
    /// <summary>The names of all programs, in the order of their bytes: a folder each.</summary>
    public static string[] Names { get; } = [.. Directory
        .EnumerateFiles(Path.Combine(BuiltKernel.Root, "UserPrograms"), "*.csproj", SearchOption.AllDirectories)
        .Select(static file => Path.GetFileNameWithoutExtension(file))
        .Where(static name => name != "Runtime")
        .Select(static name => name.ToLowerInvariant())
        .Order(StringComparer.Ordinal)];

    /// <summary>The names as rows of a theory.</summary>
    public static TheoryData<string> All => [.. Names];

    /// <summary>A program with its symbols.</summary>
    public static ElfImage Image(string name) => ElfImage.Load(Built("debug", name + ".elf"));

    /// <summary>The compiler's object, before it is linked.</summary>
    public static ElfImage Object(string name) => ElfImage.Load(Built("obj", Path.Combine(name, "program.o")));

    /// <summary>The bytes of a program as it goes into the archive.</summary>
    public static byte[] File(string name) => System.IO.File.ReadAllBytes(Built("files", name));

    private static string Built(string folder, string file)
    {
        string path = Path.Combine(BuiltKernel.Root, "artifacts", "programs", folder, file);
        Assert.True(
            System.IO.File.Exists(path),
            $"artifacts/programs/{folder}/{file} is not there: build first, with ./build.sh build");
        return path;
    }
}
