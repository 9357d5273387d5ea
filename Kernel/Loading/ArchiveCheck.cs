using System;

namespace Kernel.Loading;

/// <summary>Reads an archive that nobody has vouched for, from its start to its end; the first fault ends it.</summary>
internal ref struct ArchiveCheck
{
    private readonly ReadOnlySpan<byte> _bytes;
    private ArchiveHeader _header;
    private uint _start;

    private ArchiveCheck(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>What is wrong with the archive, repeated names aside.</summary>
    public static ArchiveError Run(ReadOnlySpan<byte> bytes) => new ArchiveCheck(bytes).Run();

    private readonly ArchivePlace Place => new(_start, _header.NameSize, _header.FileSize);

    private ArchiveError Run()
    {
        for (int count = 0; ; count++)
        {
            ArchiveError error = ArchiveHeader.Read(_bytes, _start, out _header);
            if (!error.IsError)
            {
                error = CheckName();
            }

            if (error.IsError)
            {
                return error;
            }

            bool isTrailer = Name.SequenceEqual(ArchiveFile.TrailerName);
            error = isTrailer ? CheckTrailer() : count == Archive.Capacity ? TooMany : CheckFile();
            if (isTrailer || error.IsError)
            {
                return error;
            }

            _start = (uint)Place.End;
        }
    }

    private readonly ReadOnlySpan<byte> Name => new ArchiveFile(_bytes, Place).Name;

    private readonly ArchiveError TooMany => new(ArchiveFault.TooManyFiles, ArchiveField.Magic, _start);

    private readonly ArchiveError CheckName()
    {
        if (_header.NameSize is < 2 or > Archive.MaxNameLength + 1)
        {
            return InHeader(ArchiveFault.NameLength, ArchiveField.NameSize);
        }

        ArchivePlace place = Place;
        ArchiveFault fault = place.NameEnd > (ulong)_bytes.Length ? ArchiveFault.CutOff
            : _bytes[(int)place.NameEnd - 1] != 0 ? ArchiveFault.NameUnterminated
            : HasOnlyPlainCharacters(Name) ? ArchiveFault.None
            : ArchiveFault.NameCharacter;
        return fault != ArchiveFault.None
            ? new ArchiveError(fault, ArchiveField.Name, place.NameStart)
            : CheckZeros(ArchiveField.NamePadding, place.NameEnd, place.ContentsStart);
    }

    private readonly ArchiveError CheckFile()
    {
        const uint typeMask = 0xF000;
        const uint regularFile = 0x8000;
        ArchivePlace place = Place;
        return (_header.Mode & typeMask) != regularFile ? InHeader(ArchiveFault.NotAFile, ArchiveField.Mode)
            : _header.Links != 1 ? InHeader(ArchiveFault.HardLink, ArchiveField.Links)
            : place.ContentsEnd > (ulong)_bytes.Length
                ? new ArchiveError(ArchiveFault.CutOff, ArchiveField.Contents, place.ContentsStart)
            : CheckZeros(ArchiveField.ContentsPadding, place.ContentsEnd, place.End);
    }

    private readonly ArchiveError CheckTrailer() => _header.FileSize != 0
        ? InHeader(ArchiveFault.TrailerNotEmpty, ArchiveField.FileSize)
        : CheckZeros(ArchiveField.Rest, Place.End, (ulong)_bytes.Length);

    private readonly ArchiveError CheckZeros(ArchiveField field, ulong start, ulong end)
    {
        if (end > (ulong)_bytes.Length)
        {
            return new ArchiveError(ArchiveFault.CutOff, field, start);
        }

        for (ulong at = start; at < end; at++)
        {
            if (_bytes[(int)at] != 0)
            {
                return new ArchiveError(ArchiveFault.NotZero, field, start);
            }
        }

        return ArchiveError.None;
    }

    private readonly ArchiveError InHeader(ArchiveFault fault, ArchiveField field) =>
        new(fault, field, ArchiveNumber.PositionOf(field, _start));

    private static bool HasOnlyPlainCharacters(ReadOnlySpan<byte> name)
    {
        foreach (byte character in name)
        {
            if (character is <= (byte)' ' or >= 0x7F or (byte)'/')
            {
                return false;
            }
        }

        return true;
    }
}
