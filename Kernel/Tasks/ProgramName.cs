using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Kernel.Loading;

namespace Kernel.Tasks;

/// <summary>A program's name: up to 63 bytes.</summary>
internal struct ProgramName
{
    private Characters _characters;
    private int _length;

    /// <summary>The name.</summary>
    [UnscopedRef]
    internal readonly ReadOnlySpan<byte> Text => ((ReadOnlySpan<byte>)_characters)[.._length];

    /// <summary>Room for a name of so many bytes, at most <see cref="Archive.MaxNameLength"/>.</summary>
    [UnscopedRef]
    internal Span<byte> Reserve(int length)
    {
        _length = length;
        return ((Span<byte>)_characters)[..length];
    }

    [InlineArray(Archive.MaxNameLength)]
    private struct Characters
    {
        private byte _first;
    }
}
