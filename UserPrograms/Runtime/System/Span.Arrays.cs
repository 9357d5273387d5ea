namespace System;

/// <content>Arrays as spans, and spans as arrays.</content>
public readonly ref partial struct Span<T>
{
    /// <summary>All elements of an array.</summary>
    public static implicit operator Span<T>(T[]? array) => new(array);

    /// <summary>A new array of the elements.</summary>
    public T[] ToArray() => ((ReadOnlySpan<T>)this).ToArray();
}

/// <content>Arrays as spans, and spans as arrays.</content>
public readonly ref partial struct ReadOnlySpan<T>
{
    /// <summary>All elements of an array.</summary>
    public static implicit operator ReadOnlySpan<T>(T[]? array) => new(array);

    /// <summary>A new array of the elements.</summary>
    public T[] ToArray()
    {
        T[] array = new T[Length];
        CopyTo(new Span<T>(array));
        return array;
    }
}
