using System.Runtime.CompilerServices;

namespace System;

/// <summary>Questions to spans.</summary>
public static class MemoryExtensions
{
    /// <summary>The two have the same elements in the same order.</summary>
    public static bool SequenceEqual<T>(this ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, IEquatable<T> =>
        left.Length == right.Length
        && SpanHelpers.Compare(
            ref Unsafe.As<T, byte>(ref left._reference),
            ref Unsafe.As<T, byte>(ref right._reference),
            (nuint)(uint)left.Length * (nuint)Unsafe.SizeOf<T>()) == 0;

    /// <summary>The two have the same elements in the same order.</summary>
    public static bool SequenceEqual<T>(this Span<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, IEquatable<T> => SequenceEqual((ReadOnlySpan<T>)left, right);

    /// <summary>It begins with these elements.</summary>
    public static bool StartsWith<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> start)
        where T : unmanaged, IEquatable<T> =>
        span.Length >= start.Length && SequenceEqual(span.Slice(0, start.Length), start);

    /// <summary>Where <paramref name="value"/> comes first; -1 where it does not come.</summary>
    public static int IndexOf<T>(this ReadOnlySpan<T> span, T value)
        where T : unmanaged, IEquatable<T>
    {
        for (int i = 0; i < span.Length; i++)
        {
            if (span[i].Equals(value))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Where <paramref name="value"/> comes first; -1 where it does not come.</summary>
    public static int IndexOf<T>(this Span<T> span, T value)
        where T : unmanaged, IEquatable<T> => IndexOf((ReadOnlySpan<T>)span, value);
}
