namespace System;

/// <summary>The base of arrays: the compiler wants the type; none can be made.</summary>
public abstract class Array
{
    // The compiler lays an array out with its length behind the header.
    internal int _numComponents;

    /// <summary>The number of elements.</summary>
    public int Length => _numComponents;
}

/// <summary>What the compiler takes an array's interfaces from.</summary>
internal abstract class Array<T> : Array
{
}
