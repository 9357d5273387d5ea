using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Kernel.Metal;

/// <summary>The reason of a panic, kept from the place that found it to the trap that reports it.</summary>
internal struct PanicMessage
{
    private int _length;
    private Bytes _text;

    /// <summary>The reason, in UTF-8; empty until one is set.</summary>
    [UnscopedRef]
    internal readonly ReadOnlySpan<byte> Text => ((ReadOnlySpan<byte>)_text).Slice(0, _length);

    /// <summary>Keeps the first 256 bytes of a reason.</summary>
    internal void Set(ReadOnlySpan<byte> text)
    {
        Span<byte> space = _text;
        _length = text.Length < space.Length ? text.Length : space.Length;
        text.Slice(0, _length).CopyTo(space);
    }

    [InlineArray(256)]
    private struct Bytes
    {
        private byte _first;
    }
}
