using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using QemuTests.Support;
using Symbols.Elf;
using Xunit;

namespace QemuTests.Building;

public sealed class ReproducibleBuildTests
{
    // What these tests run on was built in a clone, perhaps in many steps; the other has the sources alone.
    [Fact]
    public void ACleanBuildInAnotherFolderGivesTheSameBytes()
    {
        using var other = new TreeCopy("a-folder-with-a-longer-name");
        other.Build();
        Assert.Equal([], DifferingSections(other, "kernel.elf"));
        Assert.Equal([], DifferingSections(other, "kernel.stripped.elf"));
        Assert.True(AreSame(other, "kernel.elf"), "kernel.elf differs outside of its sections");
        Assert.True(AreSame(other, "kernel.stripped.elf"), "kernel.stripped.elf differs outside of its sections");
        Assert.True(
            AreSame(other, "kernel.iso"), $"kernel.iso differs from byte {FirstDifference(other, "kernel.iso")} on");
    }

    private static IEnumerable<string> DifferingSections(TreeCopy other, string file)
    {
        ElfImage left = ElfImage.Load(Here(file));
        ElfImage right = ElfImage.Load(other.Built(file));
        return left.Sections.Union(right.Sections).Select(static section => section.Name).Distinct()
            .Where(name => !left.Contents(name).SequenceEqual(right.Contents(name)));
    }

    private static bool AreSame(TreeCopy other, string file) =>
        File.ReadAllBytes(Here(file)).AsSpan().SequenceEqual(File.ReadAllBytes(other.Built(file)));

    private static int FirstDifference(TreeCopy other, string file) =>
        File.ReadAllBytes(Here(file)).AsSpan().CommonPrefixLength(File.ReadAllBytes(other.Built(file)));

    private static string Here(string file) => Path.Combine(Path.GetDirectoryName(Tree.Kernel)!, file);
}
