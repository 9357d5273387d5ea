using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Internal.Runtime;
using Kernel.Text;

namespace System;

/// <summary>Texts that are made of others.</summary>
public sealed partial class String
{
    /// <summary>One behind the other.</summary>
    public static string Concat(string? first, string? second) => Concat(first.AsSpan(), second.AsSpan());

    /// <summary>One behind the other.</summary>
    public static string Concat(string? first, string? second, string? third) =>
        Concat(Concat(first, second), third);

    /// <summary>One behind the other.</summary>
    public static string Concat(string? first, string? second, string? third, string? fourth) =>
        Concat(Concat(first, second), Concat(third, fourth));

    /// <summary>One behind the other.</summary>
    public static string Concat(params string?[] parts)
    {
        int length = 0;
        foreach (string? part in parts)
        {
            length += part is null ? 0 : part.Length;
        }

        string whole = Allocate(length);
        Span<char> rest = whole.Characters;
        foreach (string? part in parts)
        {
            part.AsSpan().CopyTo(rest);
            rest = rest[(part is null ? 0 : part.Length)..];
        }

        return whole;
    }

    /// <summary>One behind the other.</summary>
    public static string Concat(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        string whole = Allocate(first.Length + second.Length);
        first.CopyTo(whole.Characters);
        second.CopyTo(whole.Characters[first.Length..]);
        return whole;
    }

    /// <summary>The text that UTF-8 bytes stand for; U+FFFD for those that are none.</summary>
    public static string FromUtf8(ReadOnlySpan<byte> bytes)
    {
        string text = Allocate(Decode(bytes, default));
        _ = Decode(bytes, text.Characters);
        return text;
    }

    /// <summary>The rest from a place on.</summary>
    public string Substring(int start) => new(this.AsSpan()[start..]);

    /// <summary>So many code units from a place on.</summary>
    public string Substring(int start, int length) => new(this.AsSpan().Slice(start, length));

    /// <summary>Where a code unit comes first; -1 where it does not come.</summary>
    public int IndexOf(char character) => this.AsSpan().IndexOf(character);

    /// <summary>It begins with this text.</summary>
    public bool StartsWith(string start) => this.AsSpan().StartsWith(start.AsSpan());

    private Span<char> Characters => MemoryMarshal.CreateSpan(ref _firstChar, _stringLength);

    private static int Decode(ReadOnlySpan<byte> bytes, Span<char> into)
    {
        int count = 0;
        while (!bytes.IsEmpty)
        {
            uint scalar = Utf8.Decode(bytes, out int length);
            bytes = bytes[length..];
            bool isPair = scalar > char.MaxValue;
            if (!into.IsEmpty)
            {
                into[count] = (char)(isPair ? 0xD800 + (scalar - 0x10000 >> 10) : scalar);
            }

            if (isPair && !into.IsEmpty)
            {
                into[count + 1] = (char)(0xDC00 | (scalar & 0x3FF));
            }

            count += isPair ? 2 : 1;
        }

        return count;
    }

    private static unsafe string Allocate(int length) => NewString(((object)Empty).m_pMethodTable, length);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("RhNewString")]
    private static extern unsafe string NewString(MethodTable* type, nint length);
}
