using System.Runtime.CompilerServices;

namespace System.Runtime.InteropServices;

/// <summary>Spans seen as spans of other types.</summary>
public static class MemoryMarshal
{
    /// <summary>The place of the first element, or the place behind an empty span.</summary>
    public static ref T GetReference<T>(Span<T> span) => ref span._reference;

    /// <summary>The place of the first element, or the place behind an empty span.</summary>
    public static ref T GetReference<T>(ReadOnlySpan<T> span) => ref span._reference;

    /// <summary>So many elements from <paramref name="first"/> on; the caller knows that they are there.</summary>
    public static Span<T> CreateSpan<T>(scoped ref T first, int length) =>
        new(ref Unsafe.AsRef(in first), length);

    /// <summary>So many elements from <paramref name="first"/> on; the caller knows that they are there.</summary>
    public static ReadOnlySpan<T> CreateReadOnlySpan<T>(scoped ref readonly T first, int length) =>
        new(ref Unsafe.AsRef(in first), length);

    /// <summary>The bytes of the elements.</summary>
    public static Span<byte> AsBytes<T>(Span<T> span)
        where T : unmanaged => Cast<T, byte>(span);

    /// <summary>The bytes of the elements.</summary>
    public static ReadOnlySpan<byte> AsBytes<T>(ReadOnlySpan<T> span)
        where T : unmanaged => Cast<T, byte>(span);

    /// <summary>The same memory as whole elements of another type; what is left over at the end is left out.</summary>
    public static Span<TTo> Cast<TFrom, TTo>(Span<TFrom> span)
        where TFrom : unmanaged
        where TTo : unmanaged =>
        new(ref Unsafe.As<TFrom, TTo>(ref span._reference), CastLength<TFrom, TTo>(span.Length));

    /// <summary>The same memory as whole elements of another type; what is left over at the end is left out.</summary>
    public static ReadOnlySpan<TTo> Cast<TFrom, TTo>(ReadOnlySpan<TFrom> span)
        where TFrom : unmanaged
        where TTo : unmanaged =>
        new(ref Unsafe.As<TFrom, TTo>(ref span._reference), CastLength<TFrom, TTo>(span.Length));

    /// <summary>The value whose bytes come first; the span is long enough, or the kernel panics.</summary>
    public static T Read<T>(ReadOnlySpan<byte> source)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() > source.Length)
        {
            ThrowHelpers.IndexOutOfRange();
        }

        return Unsafe.ReadUnaligned<T>(in source._reference);
    }

    /// <summary>The first bytes as a value in place; the span is long enough, or the kernel panics.</summary>
    public static ref T AsRef<T>(Span<byte> span)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() > span.Length)
        {
            ThrowHelpers.IndexOutOfRange();
        }

        return ref Unsafe.As<byte, T>(ref span._reference);
    }

    private static int CastLength<TFrom, TTo>(int length)
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        ulong bytes = (ulong)(uint)length * (uint)Unsafe.SizeOf<TFrom>();
        ulong elements = bytes / (uint)Unsafe.SizeOf<TTo>();
        if (elements > int.MaxValue)
        {
            ThrowHelpers.IndexOutOfRange();
        }

        return (int)elements;
    }
}
