using System;

namespace Kernel.Loading;

/// <summary>The header of an archive's entry: a magic number and thirteen numbers in hexadecimal digits.</summary>
/// <param name="Mode">What it is, as POSIX numbers it.</param>
/// <param name="Links">How many names the file has.</param>
/// <param name="FileSize">The bytes of its contents.</param>
/// <param name="NameSize">The bytes of its name, with a zero.</param>
internal readonly record struct ArchiveHeader(uint Mode, uint Links, uint FileSize, uint NameSize)
{
    /// <summary>
    /// Reads all fields of the header at <paramref name="start"/>; the first that cannot be is the error.
    /// </summary>
    public static ArchiveError Read(ReadOnlySpan<byte> archive, uint start, out ArchiveHeader header)
    {
        header = default;
        ReadOnlySpan<byte> magic = "070701"u8;
        ReadOnlySpan<byte> rest = start < (uint)archive.Length ? archive[(int)start..] : default;
        if (rest.Length < magic.Length)
        {
            return new ArchiveError(ArchiveFault.CutOff, ArchiveField.Magic, start);
        }

        if (!rest.StartsWith(magic))
        {
            return new ArchiveError(ArchiveFault.WrongMagic, ArchiveField.Magic, start);
        }

        for (ArchiveField field = ArchiveField.Inode; field <= ArchiveField.Check; field++)
        {
            ArchiveFault fault = ArchiveNumber.TryRead(archive, start, field, out uint value);
            header = header.With(field, value);
            fault = fault == ArchiveFault.None && field == ArchiveField.Check && value != 0
                ? ArchiveFault.NotZero
                : fault;
            if (fault != ArchiveFault.None)
            {
                return new ArchiveError(fault, field, ArchiveNumber.PositionOf(field, start));
            }
        }

        return ArchiveError.None;
    }

    private ArchiveHeader With(ArchiveField field, uint value) => field switch
    {
        ArchiveField.Mode => this with { Mode = value },
        ArchiveField.Links => this with { Links = value },
        ArchiveField.FileSize => this with { FileSize = value },
        ArchiveField.NameSize => this with { NameSize = value },
        _ => this,
    };
}
