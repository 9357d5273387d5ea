using System;

namespace Kernel.Loading;

/// <summary>
/// Where the parts of an archive's entry lie, in bytes from the archive's start: header, name with a zero byte,
/// contents; the last two end at a multiple of 4 after some zeros. No sum of these can pass 2⁶⁴.
/// </summary>
/// <param name="Start">The header.</param>
/// <param name="NameSize">The bytes of the name, with its zero.</param>
/// <param name="FileSize">The bytes of the contents.</param>
internal readonly record struct ArchivePlace(uint Start, uint NameSize, uint FileSize)
{
    /// <summary>The bytes of a header.</summary>
    public const int HeaderSize = 110;

    /// <summary>The name.</summary>
    public ulong NameStart => (ulong)Start + HeaderSize;

    /// <summary>The zeros behind the name.</summary>
    public ulong NameEnd => NameStart + NameSize;

    /// <summary>The contents.</summary>
    public ulong ContentsStart => RoundUp(NameEnd);

    /// <summary>The zeros behind the contents.</summary>
    public ulong ContentsEnd => ContentsStart + FileSize;

    /// <summary>The next header.</summary>
    public ulong End => RoundUp(ContentsEnd);

    /// <summary>The place of the entry at <paramref name="start"/>, which has been checked.</summary>
    public static ArchivePlace Read(ReadOnlySpan<byte> archive, uint start)
    {
        ArchiveNumber.TryRead(archive, start, ArchiveField.NameSize, out uint nameSize);
        ArchiveNumber.TryRead(archive, start, ArchiveField.FileSize, out uint fileSize);
        return new ArchivePlace(start, nameSize, fileSize);
    }

    private static ulong RoundUp(ulong offset) => (offset + 3) & ~3UL;
}
