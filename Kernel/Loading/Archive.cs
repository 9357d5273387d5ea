using System;

namespace Kernel.Loading;

/// <summary>
/// The files that a boot module brings: a cpio archive of the format "newc" (the kernel of Linux describes it in
/// Documentation/driver-api/early-userspace/buffer-format.rst). Everything is checked when it is opened; afterwards
/// nothing can fail.
/// </summary>
public readonly ref struct Archive
{
    /// <summary>The most files in one.</summary>
    public const int Capacity = 256;

    /// <summary>The most bytes of a file's name.</summary>
    public const int MaxNameLength = 63;

    private readonly ReadOnlySpan<byte> _bytes;

    private Archive(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>
    /// The archive in these bytes, which nobody may change from now on; without any file where it is damaged.
    /// </summary>
    public static ArchiveError TryOpen(ReadOnlySpan<byte> bytes, out Archive archive)
    {
        archive = default;
        ArchiveError error = ArchiveCheck.Run(bytes);
        if (!error.IsError)
        {
            archive = new Archive(bytes);
            error = archive.FindRepeatedName();
        }

        if (error.IsError)
        {
            archive = default;
        }

        return error;
    }

    /// <summary>The file of this name; false where there is none.</summary>
    public bool TryFind(scoped ReadOnlySpan<byte> name, out ArchiveFile found)
    {
        foreach (ArchiveFile file in this)
        {
            if (file.Name.SequenceEqual(name))
            {
                found = file;
                return true;
            }
        }

        found = default;
        return false;
    }

    /// <summary>All files, in the archive's order.</summary>
    public Enumerator GetEnumerator() => new(_bytes);

    private ArchiveError FindRepeatedName()
    {
        foreach (ArchiveFile file in this)
        {
            TryFind(file.Name, out ArchiveFile first);
            if (first.Place.Start != file.Place.Start)
            {
                return new ArchiveError(ArchiveFault.NameRepeated, ArchiveField.Name, file.Place.NameStart);
            }
        }

        return ArchiveError.None;
    }

    /// <summary>Goes through the files.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<byte> _bytes;
        private uint _next;

        internal Enumerator(ReadOnlySpan<byte> bytes) => _bytes = bytes;

        /// <summary>The file it is at.</summary>
        public ArchiveFile Current { get; private set; }

        /// <summary>Goes on to the next file; false where there is none.</summary>
        public bool MoveNext()
        {
            // The default archive has not even a trailer.
            if (_bytes.IsEmpty)
            {
                return false;
            }

            ArchivePlace place = ArchivePlace.Read(_bytes, _next);
            Current = new ArchiveFile(_bytes, place);
            _next = (uint)place.End;
            return !Current.Name.SequenceEqual(ArchiveFile.TrailerName);
        }
    }
}
