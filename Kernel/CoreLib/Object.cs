using Internal.Runtime;

namespace System;

/// <summary>
/// The root of all types. The kernel makes no objects; frozen ones (string literals) have this header.
/// </summary>
public unsafe class Object
{
    // The compiler lays every object out with its method table first.
    internal MethodTable* m_pMethodTable;

    /// <summary>Makes the base part of a frozen object.</summary>
    public Object()
    {
    }

    /// <summary>Present because the language's record types override it.</summary>
    public virtual bool Equals(object? other) => false;

    /// <summary>Present because the language's record types override it.</summary>
    public virtual int GetHashCode() => 0;

    /// <summary>Present because the language's record types override it.</summary>
    public virtual string? ToString() => null;
}
