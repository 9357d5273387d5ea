using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using QemuTests.Support;
using Symbols.Elf;
using Xunit;

namespace QemuTests.Building;

[Collection(Alone.Name)]
public sealed class ReproducibleBuildTests
{
    // One has the sources alone, the other is a clone.
    [Fact]
    public void TwoCleanBuildsInTwoFoldersGiveTheSameBytes()
    {
        using var one = new TreeCopy("a");
        using var other = new TreeCopy("a-folder-with-a-longer-name");
        other.Commit();
        one.Build();
        other.Build();
        Assert.Equal([], DifferingSections(one, other, "kernel.elf"));
        Assert.Equal([], DifferingSections(one, other, "kernel.stripped.elf"));
        Assert.True(AreSame(one, other, "kernel.elf"), "kernel.elf differs outside of its sections");
        Assert.True(AreSame(one, other, "kernel.stripped.elf"), "kernel.stripped.elf differs outside of its sections");
        Assert.True(
            AreSame(one, other, "kernel.iso"),
            $"kernel.iso differs from byte {FirstDifference(one, other, "kernel.iso")} on");
    }

    private static IEnumerable<string> DifferingSections(TreeCopy one, TreeCopy other, string file)
    {
        ElfImage left = ElfImage.Load(one.Built(file));
        ElfImage right = ElfImage.Load(other.Built(file));
        return left.Sections.Union(right.Sections).Select(static section => section.Name).Distinct()
            .Where(name => !left.Contents(name).SequenceEqual(right.Contents(name)));
    }

    private static bool AreSame(TreeCopy one, TreeCopy other, string file) =>
        File.ReadAllBytes(one.Built(file)).AsSpan().SequenceEqual(File.ReadAllBytes(other.Built(file)));

    private static int FirstDifference(TreeCopy one, TreeCopy other, string file) =>
        File.ReadAllBytes(one.Built(file)).AsSpan().CommonPrefixLength(File.ReadAllBytes(other.Built(file)));
}
