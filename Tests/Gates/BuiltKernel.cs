using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using Symbols;
using Symbols.Elf;
using Symbols.Names;
using Xunit;

namespace Kernel.Tests.Gates;

/// <summary>The kernel that the build has left.</summary>
internal static class BuiltKernel
{
    /// <summary>Where the kernel is linked: what lies below is start-up code, of 16 and 32 bits in part.</summary>
    public const ulong UpperHalf = 0xFFFF_8000_0000_0000;

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = typeof(BuiltKernel).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static each => each.Key == "RepoRoot").Value!;

    /// <summary>The kernel as it is linked.</summary>
    public static ElfImage Image => ElfImage.Load(PathOf("kernel.elf"));

    /// <summary>The compiler's object, before it is linked.</summary>
    public static ElfImage Object => ElfImage.Load(PathOf("kernel.o"));

    /// <summary>The kernel that measures itself, which uses what the kernel may not use yet.</summary>
    public static ElfImage BenchImage => ElfImage.Load(Built("bench-image", "kernel.elf"));

    /// <summary>The kernel's functions in its upper half.</summary>
    public static ImmutableArray<KernelFunction> Functions => FunctionsOf(Image);

    /// <summary>The functions of a kernel in its upper half.</summary>
    public static ImmutableArray<KernelFunction> FunctionsOf(ElfImage kernel) =>
        [.. new FunctionReader(kernel, TypeCatalog.Empty, SourceRoot.Mapped).Read(new HashSet<string>())
            .Where(static function => function.Start >= UpperHalf)];

    /// <summary>The path of a file of the image; fails where it has not been built.</summary>
    public static string PathOf(string file) => Built("image", file);

    /// <summary>The lines of a list that is kept beside these tests, without comments and empty lines.</summary>
    public static string[] ReadList(string file) => [.. File.ReadLines(Path.Combine(Root, "Tests", "Gates", file))
        .Select(static line => line.Split('#')[0].Trim())
        .Where(static line => line.Length != 0)];

    private static string Built(string folder, string file)
    {
        string path = Path.Combine(Root, "artifacts", folder, file);
        Assert.True(File.Exists(path), $"artifacts/{folder}/{file} is not there: build first, with ./build.sh build");
        return path;
    }
}
