using Internal.Runtime;

namespace System;

/// <summary>The root of all types.</summary>
public unsafe class Object
{
    // The compiler lays every object out with its method table first.
    internal MethodTable* m_pMethodTable;

    /// <summary>Makes the base part of an object.</summary>
    public Object()
    {
    }

    /// <summary>The two are one object.</summary>
    public static bool ReferenceEquals(object? left, object? right) => left == right;

    /// <summary>The two are equal: by default, one object.</summary>
    public virtual bool Equals(object? other) => this == other;

    /// <summary>A number that equal objects share.</summary>
    public virtual int GetHashCode() => 0;

    /// <summary>The object in words; there are no names of types at run time.</summary>
    public virtual string? ToString() => "object";
}
