using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System;

/// <summary>Text in UTF-16 that never changes.</summary>
public sealed partial class String : IEquatable<string>
{
    /// <summary>The text without characters.</summary>
    public const string Empty = "";

    // ILCompiler writes these two fields itself when it freezes a literal.
    private readonly int _stringLength;
    private char _firstChar;

    /// <summary>The characters.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(ReadOnlySpan<char> characters);

    /// <summary>One character so many times.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char character, int count);

    /// <summary>The number of UTF-16 code units.</summary>
    public int Length
    {
        [Intrinsic]
        get => _stringLength;
    }

    internal ref char FirstChar => ref _firstChar;

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

    /// <summary>The characters.</summary>
    public static implicit operator ReadOnlySpan<char>(string? text) => text.AsSpan();

    /// <summary>The two have the same characters.</summary>
    public static bool operator ==(string? left, string? right) => Equals(left, right);

    /// <summary>The two have not the same characters.</summary>
    public static bool operator !=(string? left, string? right) => !Equals(left, right);

    /// <summary>The two have the same characters, or both are null.</summary>
    public static bool Equals(string? left, string? right) =>
        ReferenceEquals(left, right)
        || left is not null && right is not null && left.AsSpan().SequenceEqual(right.AsSpan());

    /// <summary>There is no text, or no character in it.</summary>
    public static bool IsNullOrEmpty(string? text) => text is null || text.Length == 0;

    /// <inheritdoc/>
    public bool Equals(string? other) => Equals(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? other) => Equals(this, other as string);

    /// <summary>FNV-1a over the code units.</summary>
    public override int GetHashCode()
    {
        uint hash = 2166136261;
        foreach (char character in this.AsSpan())
        {
            hash = (hash ^ character) * 16777619;
        }

        return (int)hash;
    }

    /// <inheritdoc/>
    public override string ToString() => this;

    private static string Ctor(ReadOnlySpan<char> characters)
    {
        string text = Allocate(characters.Length);
        characters.CopyTo(MemoryMarshal.CreateSpan(ref text._firstChar, text.Length));
        return text;
    }

    private static string Ctor(char character, int count)
    {
        string text = Allocate(count);
        MemoryMarshal.CreateSpan(ref text._firstChar, count).Fill(character);
        return text;
    }
}
