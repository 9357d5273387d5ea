using System.IO;
using System.Linq;
using System.Reflection;
using Xunit;

namespace QemuTests.Support;

/// <summary>The source tree, and what its build has left.</summary>
internal static class Tree
{
    /// <summary>The tree's top folder, without a slash at its end.</summary>
    public static string Root { get; } = Path.TrimEndingDirectorySeparator(typeof(Tree).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static each => each.Key == "RepoRoot").Value!);

    /// <summary>The kernel with its symbols, which QEMU starts without a boot loader.</summary>
    public static string Kernel => Built("image/kernel.elf");

    /// <summary>The bootable image.</summary>
    public static string Iso => Built("image/kernel.iso");

    /// <summary>The programs of ring 3, as an archive.</summary>
    public static string Programs => Built("image/programs.cpio");

    /// <summary>The kernel that breaks on purpose.</summary>
    public static string CrashingKernel => Built("crash-image/kernel.elf");

    /// <summary>The kernel that measures itself.</summary>
    public static string MeasuringKernel => Built("bench-image/kernel.elf");

    /// <summary>The kernel that looks at itself before each call.</summary>
    public static string AuditedKernel => Built("audit-image/kernel.elf");

    /// <summary>The kernel that has programs in ring 3.</summary>
    public static string RingThreeKernel => Built("ring-three-image/kernel.elf");

    /// <summary>The same as a bootable image.</summary>
    public static string RingThreeIso => Built("ring-three-image/kernel.iso");

    /// <summary>The archive with a program whose tasks never give up the processor: Tests/RingThreeImage/turns.asm.</summary>
    public static string Turns => Built("ring-three-image/programs.cpio");

    /// <summary>A folder for what tests leave for people to read; made where it is missing.</summary>
    public static string Reports => Directory.CreateDirectory(Path.Combine(Root, "artifacts", "test")).FullName;

    /// <summary>The lines of a source file, whose path is relative to the tree's top folder.</summary>
    public static string[] Source(string file) => File.ReadAllLines(Path.Combine(Root, file));

    private static string Built(string file)
    {
        string path = Path.Combine(Root, "artifacts", file);
        Assert.True(File.Exists(path), $"artifacts/{file} is not there: build first, with ./build.sh build");
        return path;
    }
}
