using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>
/// Compares two values bit for bit. The language's record structs ask for it, for each field; a struct with gaps
/// between its fields, used as a field of a record, defines its own equality. The one object is frozen into the image.
/// </summary>
public class EqualityComparer<T>
{
    private EqualityComparer()
    {
    }

    /// <summary>The comparer of the type.</summary>
    public static EqualityComparer<T> Default { get; } = new();

    /// <summary>The two are equal.</summary>
    public virtual bool Equals(T left, T right) => Unsafe.SizeOf<T>() switch
    {
        1 => Unsafe.As<T, byte>(ref left) == Unsafe.As<T, byte>(ref right),
        2 => Unsafe.As<T, ushort>(ref left) == Unsafe.As<T, ushort>(ref right),
        4 => Unsafe.As<T, uint>(ref left) == Unsafe.As<T, uint>(ref right),
        8 => Unsafe.As<T, ulong>(ref left) == Unsafe.As<T, ulong>(ref right),
        _ => SpanHelpers.Compare(
            ref Unsafe.As<T, byte>(ref left), ref Unsafe.As<T, byte>(ref right), (nuint)Unsafe.SizeOf<T>()) == 0,
    };

    /// <summary>Present because the language's record structs call it.</summary>
    public virtual int GetHashCode(T value) => 0;
}
