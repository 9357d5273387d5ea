using System;
using System.IO;
using System.Linq;
using System.Text;
using Kernel.Loading;
using Xunit;

namespace Kernel.Tests.Host.Loading;

/// <summary>The tables of docs/program-files.md have every error in its order, and its words.</summary>
public class LoadingPageTests
{
    [Fact]
    public void ThePageHasEveryArchiveFault() => Assert.Equal(
        Enum.GetValues<ArchiveFault>().Where(static each => each != ArchiveFault.None)
            .Select(static each => (each.ToString(), Encoding.ASCII.GetString(ArchiveErrorText.Describe(each)))),
        Rows("archive fault"));

    [Fact]
    public void ThePageHasEveryElfError() => Assert.Equal(
        Enum.GetValues<ElfError>().Where(static each => each != ElfError.None)
            .Select(static each => (each.ToString(), Encoding.ASCII.GetString(ElfErrorText.Describe(each)))),
        Rows("ELF error"));

    private static (string Name, string Words)[] Rows(string heading)
    {
        using Stream stream = typeof(LoadingPageTests).Assembly.GetManifestResourceStream("program-files.md")!;
        using var reader = new StreamReader(stream);
        string[] lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
        return [.. lines
            .SkipWhile(line => !line.StartsWith($"| {heading} |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(static line => line.StartsWith('|'))
            .Select(static line => line.Trim('|').Split('|'))
            .Select(static cells => (cells[0].Trim().Trim('`'), cells[1].Trim()))];
    }
}
