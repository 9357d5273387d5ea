using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Kernel.Loading;
using Xunit;

namespace Kernel.Tests.Gates;

/// <summary>The archive of programs that the build has left.</summary>
public class ArchiveTests
{
    private const int HeaderSize = 110;
    private const int TimeAt = 46;
    private const int OwnerAt = 22;
    private const int FieldSize = 8;

    [Fact]
    public void ItHasEveryProgramAndEveryDataFile()
    {
        string[] data = [.. Directory.EnumerateFiles(Path.Combine(BuiltKernel.Root, "UserPrograms", "Files"))
            .Select(static file => Path.GetFileName(file))];
        Assert.NotEmpty(data);
        string[] expected = [.. BuiltPrograms.Names.Concat(data).Order(StringComparer.Ordinal)];
        Assert.Equal(expected, Contents().Select(static file => file.Name));
    }

    [Fact]
    public void ItHasThemAsTheyWereBuilt() => Assert.All(
        BuiltPrograms.Names,
        static name => Assert.Equal(BuiltPrograms.File(name), Contents().Single(file => file.Name == name).Bytes));

    [Fact]
    public void NoFileTellsWhoMadeItOrWhen()
    {
        byte[] archive = File.ReadAllBytes(BuiltKernel.PathOf("programs.cpio"));
        string header = Encoding.ASCII.GetString(archive, 0, HeaderSize);
        Assert.Equal(new string('0', 2 * FieldSize), header.Substring(OwnerAt, 2 * FieldSize));
        Assert.Equal(DateTimeOffset.Parse("2026-01-01Z", null).ToUnixTimeSeconds().ToString("X8", null),
            header.Substring(TimeAt, FieldSize));
    }

    private static List<(string Name, byte[] Bytes)> Contents()
    {
        Assert.False(
            Archive.TryOpen(File.ReadAllBytes(BuiltKernel.PathOf("programs.cpio")), out Archive archive).IsError);
        var files = new List<(string Name, byte[] Bytes)>();
        foreach (ArchiveFile file in archive)
        {
            files.Add((Encoding.UTF8.GetString(file.Name), file.Contents.ToArray()));
        }

        return files;
    }
}
