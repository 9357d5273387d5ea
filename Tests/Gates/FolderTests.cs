using System;
using System.IO;
using System.Text;
using Kernel.Tests.Gates.DebugInfo;
using Xunit;
using Xunit.Sdk;

namespace Kernel.Tests.Gates;

/// <summary>What is built does not say in which folder.</summary>
public class FolderTests
{
    [Theory]
    [InlineData("kernel.o")]
    [InlineData("kernel.elf")]
    [InlineData("kernel.stripped.elf")]
    [InlineData("kernel.iso")]
    public void TheFolderIsNowhereInTheFile(string file) =>
        DoesNotName(File.ReadAllBytes(BuiltKernel.PathOf(file)), BuiltKernel.Root);

    [Fact]
    public void AFileThatNamesItsFolderIsFound() => Assert.ThrowsAny<XunitException>(static () => DoesNotName(
        Linked.ObjectFrom("folder", Sources.Frames).Bytes, Path.Combine(Path.GetTempPath(), "gates")));

    private static void DoesNotName(ReadOnlySpan<byte> bytes, string folder)
    {
        int at = bytes.IndexOf(Encoding.UTF8.GetBytes(folder));
        Assert.True(at < 0, $"{folder} at offset {at:#,0}");
    }
}
