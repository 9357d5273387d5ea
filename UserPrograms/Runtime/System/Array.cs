namespace System;

/// <summary>The base of arrays.</summary>
public abstract class Array
{
    // The compiler lays an array out with its length behind the header, and its elements behind that.
    internal int _numComponents;
    private int _padding;
    private byte _firstByte;

    /// <summary>The number of elements.</summary>
    public int Length => _numComponents;

    internal ref byte FirstByte => ref _firstByte;

    /// <summary>An array without elements.</summary>
    public static T[] Empty<T>() => NoElements<T>.Array;

    /// <summary>Copies elements to the start of another array, which has room for them.</summary>
    public static void Copy<T>(T[] source, T[] destination, int length) =>
        new ReadOnlySpan<T>(source, 0, length).CopyTo(new Span<T>(destination));

    /// <summary>Sets all elements to zero.</summary>
    public static void Clear<T>(T[] array) => new Span<T>(array).Clear();
}

/// <summary>What the compiler takes an array's interfaces from.</summary>
internal abstract class Array<T> : Array
{
}

/// <summary>The one array without elements of a type.</summary>
internal static class NoElements<T>
{
    /// <summary>The array.</summary>
#pragma warning disable CA1825 // It is what the rule would have everybody use.
    internal static readonly T[] Array = new T[0];
#pragma warning restore CA1825
}
