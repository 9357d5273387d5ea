using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Kernel.Loading;
using Xunit;

namespace Kernel.Tests.Host.Loading;

/// <summary>Each thing that can be wrong with an archive is named, with the part that it is in and its place.</summary>
public class ArchiveFaultTests
{
    private const int Second = ArchiveFaultCases.Second;

    public static TheoryData<string> Names => [.. ArchiveFaultCases.All.Select(static one => one.Name)];

    public static TheoryData<ArchiveField> Numbers => [.. Range(ArchiveField.Inode, ArchiveField.Check)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachFaultIsNamedAndPlaced(string name)
    {
        (string _, byte[] archive, ArchiveError error) = ArchiveFaultCases.All.Single(one => one.Name == name);
        OpenedArchive opened = OpenedArchive.Open(archive);
        Assert.Equal(error, opened.Error);
        Assert.True(opened.Error.IsError);
        Assert.Empty(opened.Files);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void EachNumberMustBeOfDigits(ArchiveField field)
    {
        int at = 6 + (((int)field - 1) * 8);
        foreach (byte character in "/:@G`gx \0"u8)
        {
            for (int digit = 0; digit < 8; digit++)
            {
                OpenedArchive opened = OpenedArchive.Open(ArchiveFaultCases.With((at + digit, character)));
                Assert.Equal(ArchiveFaultCases.In(ArchiveFault.NotHexadecimal, field, at), opened.Error);
            }
        }
    }

    [Fact]
    public void CutOffAnywhereThePartThatIsMissingIsNamed()
    {
        byte[] archive = ArchiveFaultCases.With();
        int[] starts = [0, .. Enumerable.Range(0, 13).Select(static i => 6 + (i * 8)), 110, 115, 116, 121, Second];
        for (int length = 0; length < Second; length++)
        {
            // A part of no byte is never missing: here every part has some.
            int part = Array.FindLastIndex(starts, start => start <= length);
            ArchiveError error = OpenedArchive.Open(archive.AsSpan(0, length)).Error;
            Assert.Equal(new ArchiveError(ArchiveFault.CutOff, (ArchiveField)part, (ulong)starts[part]), error);
        }
    }

    [Fact]
    public void EveryFaultHasACase() => Assert.Equal(
        Enum.GetValues<ArchiveFault>(),
        ArchiveFaultCases.All.Select(static one => one.Error.Fault)
            .Concat([ArchiveFault.None, ArchiveFault.NotHexadecimal]).Distinct().Order());

    [Fact]
    public void EveryFaultHasASentenceOfItsOwnAndEveryFieldAName()
    {
        string[] sentences = [.. Enum.GetValues<ArchiveFault>().Select(Sentence)];
        string[] names = [.. Enum.GetValues<ArchiveField>().Select(Name)];
        Assert.All(sentences, static sentence => Assert.Matches("^[A-Z][ -~]{10,90}\\.$", sentence));
        Assert.Equal(sentences.Length, sentences.Distinct().Count());
        Assert.All(names, static name => Assert.Matches("^[a-z][ -~]{4,40}$", name));
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Contains($" {Archive.Capacity} ", Sentence(ArchiveFault.TooManyFiles), StringComparison.Ordinal);
        Assert.Contains($" {Archive.MaxNameLength} ", Sentence(ArchiveFault.NameLength), StringComparison.Ordinal);
    }

    private static string Sentence(ArchiveFault fault) => Encoding.ASCII.GetString(ArchiveErrorText.Describe(fault));

    private static string Name(ArchiveField field) => Encoding.ASCII.GetString(ArchiveErrorText.Name(field));

    private static IEnumerable<ArchiveField> Range(ArchiveField first, ArchiveField last) =>
        Enum.GetValues<ArchiveField>().Where(field => field >= first && field <= last);
}
