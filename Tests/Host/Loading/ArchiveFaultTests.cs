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
    private const int Second = 124;

    private static readonly (string Name, byte[] Archive, ArchiveError Error)[] s_cases =
    [
        ("nothing", [], new(ArchiveFault.CutOff, ArchiveField.Magic, 0)),
        ("no trailer", With()[..Second], new(ArchiveFault.CutOff, ArchiveField.Magic, Second)),
        ("the format before this one", Entry(magic: "070707"), In(ArchiveFault.WrongMagic, ArchiveField.Magic, 0)),
        ("with checksums", Entry(magic: "070702"), In(ArchiveFault.WrongMagic, ArchiveField.Magic, 0)),
        ("text", "hello, this is none\n"u8.ToArray(), new(ArchiveFault.WrongMagic, ArchiveField.Magic, 0)),
        ("a second entry misplaced", With((Second, (byte)'1')),
            new(ArchiveFault.WrongMagic, ArchiveField.Magic, Second)),
        ("a checksum", With((109, (byte)'1')), In(ArchiveFault.NotZero, ArchiveField.Check, 102)),
        ("no name", Entry(name: ""), In(ArchiveFault.NameLength, ArchiveField.NameSize, 94)),
        ("a name too long", Entry(name: new('x', 64)), In(ArchiveFault.NameLength, ArchiveField.NameSize, 94)),
        ("a name of zero bytes", With((101, (byte)'0')), In(ArchiveFault.NameLength, ArchiveField.NameSize, 94)),
        ("a name that goes on", With((114, (byte)'x')), In(ArchiveFault.NameUnterminated, ArchiveField.Name, 110)),
        ("a name that ends early", With((112, 0)), In(ArchiveFault.NameCharacter, ArchiveField.Name, 110)),
        ("a path", Entry(name: "bin/init"), In(ArchiveFault.NameCharacter, ArchiveField.Name, 110)),
        ("a space", Entry(name: "my init"), In(ArchiveFault.NameCharacter, ArchiveField.Name, 110)),
        ("a name that is not ASCII", Entry(name: "größe"), In(ArchiveFault.NameCharacter, ArchiveField.Name, 110)),
        ("the control character", Entry(name: "x\u007F"), In(ArchiveFault.NameCharacter, ArchiveField.Name, 110)),
        ("junk behind the name", With((115, 1)), In(ArchiveFault.NotZero, ArchiveField.NamePadding, 115)),
        ("junk behind the contents", With((123, 1)), In(ArchiveFault.NotZero, ArchiveField.ContentsPadding, 121)),
        ("a directory", Entry(mode: 0x41ED), In(ArchiveFault.NotAFile, ArchiveField.Mode, 14)),
        ("a symbolic link", Entry(mode: 0xA1FF), In(ArchiveFault.NotAFile, ArchiveField.Mode, 14)),
        ("a socket", Entry(mode: 0xC1FF), In(ArchiveFault.NotAFile, ArchiveField.Mode, 14)),
        ("two names", Entry(links: 2), In(ArchiveFault.HardLink, ArchiveField.Links, 38)),
        ("not even one name", Entry(links: 0), In(ArchiveFault.HardLink, ArchiveField.Links, 38)),
        ("the same name twice", new ArchiveBuilder().File("init", "first"u8.ToArray()).File("init", []).Build(),
            new(ArchiveFault.NameRepeated, ArchiveField.Name, Second + 110)),
        ("a trailer with contents", new ArchiveBuilder().Entry("TRAILER!!!", [1, 2, 3, 4]).Build(),
            In(ArchiveFault.TrailerNotEmpty, ArchiveField.FileSize, 54)),
        ("a second archive", [.. new ArchiveBuilder().Build(), .. With()],
            new(ArchiveFault.NotZero, ArchiveField.Rest, Second)),
        ("too many files", TooMany(), new(ArchiveFault.TooManyFiles, ArchiveField.Magic, 256 * 116)),
    ];

    public static TheoryData<string> Names => [.. s_cases.Select(static one => one.Name)];

    public static TheoryData<ArchiveField> Numbers => [.. Range(ArchiveField.Inode, ArchiveField.Check)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachFaultIsNamedAndPlaced(string name)
    {
        (string _, byte[] archive, ArchiveError error) = s_cases.Single(one => one.Name == name);
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
                OpenedArchive opened = OpenedArchive.Open(With((at + digit, character)));
                Assert.Equal(In(ArchiveFault.NotHexadecimal, field, at), opened.Error);
            }
        }
    }

    [Fact]
    public void CutOffAnywhereThePartThatIsMissingIsNamed()
    {
        byte[] archive = With();
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
        s_cases.Select(static one => one.Error.Fault)
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

    private static ArchiveError In(ArchiveFault fault, ArchiveField field, int offset) =>
        new(fault, field, (ulong)offset);

    private static byte[] Entry(string name = "init", uint mode = 0x81A4, uint links = 1, string magic = "070701") =>
        new ArchiveBuilder().Entry(name, "first"u8.ToArray(), mode, links, magic).Build();

    // A file of a name of four bytes and contents of five, with some bytes changed: the next entry begins at 124.
    private static byte[] With(params (int At, byte Value)[] changes)
    {
        byte[] archive = Entry();
        foreach ((int at, byte value) in changes)
        {
            archive[at] = value;
        }

        return archive;
    }

    private static byte[] TooMany()
    {
        var builder = new ArchiveBuilder();
        for (int i = 0; i <= Archive.Capacity; i++)
        {
            builder.File($"{i:d4}", []);
        }

        return builder.Build();
    }
}
