using System.Linq;
using Kernel.Loading;

namespace Kernel.Tests.Host.Loading;

/// <summary>Archives with one thing wrong in each.</summary>
internal static class ArchiveFaultCases
{
    /// <summary>Where the second entry of <see cref="With"/> begins.</summary>
    public const int Second = 124;

    /// <summary>All of them: a name, the archive, what is wrong and where.</summary>
    public static (string Name, byte[] Archive, ArchiveError Error)[] All { get; } =
    [
        ("nothing", [], new(ArchiveFault.CutOff, ArchiveField.Magic, 0)),
        ("no trailer", With()[..Second], new(ArchiveFault.CutOff, ArchiveField.Magic, Second)),
        ("cut in a number", With()[..60], In(ArchiveFault.CutOff, ArchiveField.FileSize, 54)),
        ("cut in a name", With()[..112], In(ArchiveFault.CutOff, ArchiveField.Name, 110)),
        ("cut behind a name", With()[..115], In(ArchiveFault.CutOff, ArchiveField.NamePadding, 115)),
        ("cut in the contents", With()[..118], In(ArchiveFault.CutOff, ArchiveField.Contents, 116)),
        ("cut behind the contents", With()[..122], In(ArchiveFault.CutOff, ArchiveField.ContentsPadding, 121)),
        .. "/:@G`g\u00B1".Select(static digit => (
            $"a digit {(int)digit:x}", With((14, (byte)digit)), In(ArchiveFault.NotHexadecimal, ArchiveField.Mode, 14))),
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

    /// <summary>A fault in a header or behind it.</summary>
    public static ArchiveError In(ArchiveFault fault, ArchiveField field, int offset) =>
        new(fault, field, (ulong)offset);

    private static byte[] Entry(string name = "init", uint mode = 0x81A4, uint links = 1, string magic = "070701") =>
        new ArchiveBuilder().Entry(name, "first"u8.ToArray(), mode, links, magic).Build();

    /// <summary>A file of a name of four bytes and contents of five, with some bytes changed.</summary>
    public static byte[] With(params (int At, byte Value)[] changes)
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
