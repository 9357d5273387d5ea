using System.Runtime.CompilerServices;

namespace System;

/// <summary>A string literal, frozen into the image by the compiler. There is no other way to come by one.</summary>
public sealed class String
{
    // ILCompiler writes these two fields itself when it freezes a literal.
    private readonly int _stringLength;
    private char _firstChar;

    private String()
    {
    }

    /// <summary>The number of UTF-16 code units.</summary>
    public int Length
    {
        [Intrinsic]
        get => _stringLength;
    }

    /// <summary>The code unit at <paramref name="index"/>, from 0 below <see cref="Length"/>.</summary>
    [IndexerName("Chars")]
    public char this[int index]
    {
        [Intrinsic]
        get
        {
            if ((uint)index >= (uint)_stringLength)
            {
                ThrowHelpers.IndexOutOfRange();
            }

            return Unsafe.Add(ref _firstChar, index);
        }
    }

    internal ref char FirstChar => ref _firstChar;
}
