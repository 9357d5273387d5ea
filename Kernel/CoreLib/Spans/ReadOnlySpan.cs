using System.Runtime.CompilerServices;

namespace System;

/// <summary>A run of elements in memory that can be read. An index outside it is a panic.</summary>
/// <typeparam name="T">The element.</typeparam>
public readonly ref partial struct ReadOnlySpan<T>
{
    internal readonly ref T _reference;
    private readonly int _length;

    /// <summary>All elements of an array.</summary>
    public ReadOnlySpan(T[]? array)
    {
        if (array is null || array.Length == 0)
        {
            this = default;
            return;
        }

        _reference = ref array[0];
        _length = array.Length;
    }

    /// <summary>
    /// So many elements of an array from <paramref name="start"/> on; they are there, or the kernel panics.
    /// </summary>
    public ReadOnlySpan(T[]? array, int start, int length)
    {
        this = new ReadOnlySpan<T>(array).Slice(start, length);
    }

    /// <summary>So many elements from an address on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe ReadOnlySpan(void* pointer, int length)
    {
        _reference = ref Unsafe.AsRef<T>(pointer);
        _length = length;
    }

    /// <summary>One element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan(ref readonly T reference)
    {
        _reference = ref Unsafe.AsRef(in reference);
        _length = 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan(ref T reference, int length)
    {
        _reference = ref reference;
        _length = length;
    }

    /// <summary>The span of nothing.</summary>
    public static ReadOnlySpan<T> Empty => default;

    /// <summary>The number of elements.</summary>
    public int Length
    {
        [Intrinsic]
        get => _length;
    }

    /// <summary>There are none.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>The element at <paramref name="index"/>, from 0 below <see cref="Length"/>.</summary>
    public ref readonly T this[int index]
    {
        [Intrinsic]
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)_length)
            {
                ThrowHelpers.IndexOutOfRange();
            }

            return ref Unsafe.Add(ref _reference, (nint)(uint)index);
        }
    }

    /// <summary>What is left from <paramref name="start"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<T> Slice(int start)
    {
        if ((uint)start > (uint)_length)
        {
            ThrowHelpers.IndexOutOfRange();
        }

        return new(ref Unsafe.Add(ref _reference, (nint)(uint)start), _length - start);
    }

    /// <summary>So many elements from <paramref name="start"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<T> Slice(int start, int length)
    {
        if ((ulong)(uint)start + (uint)length > (uint)_length)
        {
            ThrowHelpers.IndexOutOfRange();
        }

        return new(ref Unsafe.Add(ref _reference, (nint)(uint)start), length);
    }

    /// <summary>
    /// Copies all elements to the start of <paramref name="destination"/>, which is no shorter; overlap is allowed.
    /// </summary>
    public void CopyTo(Span<T> destination)
    {
        if (!TryCopyTo(destination))
        {
            ThrowHelpers.IndexOutOfRange();
        }
    }

    /// <summary>
    /// Copies all elements to the start of <paramref name="destination"/> if they fit; overlap is allowed.
    /// </summary>
    public bool TryCopyTo(Span<T> destination)
    {
        if (_length > destination.Length)
        {
            return false;
        }

        SpanHelpers.Memmove(
            ref Unsafe.As<T, byte>(ref destination._reference),
            ref Unsafe.As<T, byte>(ref _reference),
            (nuint)(uint)_length * (nuint)Unsafe.SizeOf<T>());
        return true;
    }

    /// <summary>The way through the elements that <c>foreach</c> takes.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>A place in the way through a span.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<T> _span;
        private int _index;

        internal Enumerator(ReadOnlySpan<T> span)
        {
            _span = span;
            _index = -1;
        }

        /// <summary>The element here.</summary>
        public readonly ref readonly T Current => ref _span[_index];

        /// <summary>Goes on; false behind the last.</summary>
        public bool MoveNext() => ++_index < _span.Length;
    }
}
