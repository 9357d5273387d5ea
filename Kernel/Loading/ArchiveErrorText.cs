using System;

namespace Kernel.Loading;

/// <summary>What is wrong with an archive in words.</summary>
public static class ArchiveErrorText
{
    /// <summary>One English sentence, in ASCII; the same for every value that is not a fault.</summary>
    public static ReadOnlySpan<byte> Describe(ArchiveFault fault) => fault switch
    {
        ArchiveFault.CutOff => "The archive ends too early."u8,
        ArchiveFault.WrongMagic => "No entry of a newc archive begins here."u8,
        ArchiveFault.NotHexadecimal => "There are not eight hexadecimal digits."u8,
        ArchiveFault.NotZero => "There is something other than zeros."u8,
        ArchiveFault.NameLength => "The name is empty, or longer than 63 bytes."u8,
        ArchiveFault.NameUnterminated => "The name does not end with a zero byte."u8,
        ArchiveFault.NameCharacter => "The name has a slash, or something other than visible ASCII."u8,
        ArchiveFault.NameRepeated => "An earlier file has the same name."u8,
        ArchiveFault.NotAFile => "This is not a regular file."u8,
        ArchiveFault.HardLink => "The file has more than one name."u8,
        ArchiveFault.TrailerNotEmpty => "The trailer has contents."u8,
        ArchiveFault.TooManyFiles => "There are more than 256 files."u8,
        _ => "The archive is sound."u8,
    };

    /// <summary>The part of an entry, to follow on the word "in".</summary>
    public static ReadOnlySpan<byte> Name(ArchiveField field) => field switch
    {
        ArchiveField.Magic => "the magic number"u8,
        ArchiveField.Inode => "the inode's number"u8,
        ArchiveField.Mode => "the mode"u8,
        ArchiveField.User => "the user's number"u8,
        ArchiveField.Group => "the group's number"u8,
        ArchiveField.Links => "the number of links"u8,
        ArchiveField.Time => "the time"u8,
        ArchiveField.FileSize => "the size"u8,
        ArchiveField.DeviceMajor => "the major number of the disk"u8,
        ArchiveField.DeviceMinor => "the minor number of the disk"u8,
        ArchiveField.TargetMajor => "the major number of the device"u8,
        ArchiveField.TargetMinor => "the minor number of the device"u8,
        ArchiveField.NameSize => "the length of the name"u8,
        ArchiveField.Check => "the checksum"u8,
        ArchiveField.Name => "the name"u8,
        ArchiveField.NamePadding => "the padding behind the name"u8,
        ArchiveField.Contents => "the contents"u8,
        ArchiveField.ContentsPadding => "the padding behind the contents"u8,
        _ => "what follows on the trailer"u8,
    };
}
