using System;

namespace Kernel.Loading;

/// <summary>Parts of a file that the file itself tells of.</summary>
internal static class FileRange
{
    /// <summary>Whether a part lies wholly in the file; an empty one may begin at its end.</summary>
    public static bool IsInside(ReadOnlySpan<byte> file, ulong offset, ulong length) =>
        offset <= (ulong)file.Length && length <= (ulong)file.Length - offset;
}
