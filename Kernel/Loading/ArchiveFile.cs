using System;

namespace Kernel.Loading;

/// <summary>A file of an <see cref="Archive"/>.</summary>
public readonly ref struct ArchiveFile
{
    private readonly ReadOnlySpan<byte> _archive;

    // The place has been checked: all of it lies in the archive.
    internal ArchiveFile(ReadOnlySpan<byte> archive, ArchivePlace place)
    {
        _archive = archive;
        Place = place;
    }

    /// <summary>
    /// 1 to <see cref="Archive.MaxNameLength"/> visible characters of ASCII, of which none is a slash.
    /// </summary>
    public ReadOnlySpan<byte> Name => _archive[(int)Place.NameStart..((int)Place.NameEnd - 1)];

    /// <summary>What is in it; in memory it begins at any multiple of 4 bytes from the archive's start.</summary>
    public ReadOnlySpan<byte> Contents => _archive[(int)Place.ContentsStart..(int)Place.ContentsEnd];

    // The name of the entry behind the last file.
    internal static ReadOnlySpan<byte> TrailerName => "TRAILER!!!"u8;

    internal ArchivePlace Place { get; }
}
