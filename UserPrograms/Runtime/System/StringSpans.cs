using System.Runtime.InteropServices;

namespace System;

/// <summary>Texts as spans.</summary>
public static class StringSpans
{
    /// <summary>The code units; none for null.</summary>
    public static ReadOnlySpan<char> AsSpan(this string? text) =>
        text is null ? default : MemoryMarshal.CreateReadOnlySpan(ref text.FirstChar, text.Length);
}
