namespace System;

/// <summary>The base of value types.</summary>
public abstract class ValueType
{
}

/// <summary>The base of enumerations.</summary>
public abstract partial class Enum : ValueType
{
}

/// <summary>A value or none.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct Nullable<T>
    where T : struct
{
    private readonly bool hasValue;
    private readonly T value;

    /// <summary>A present value.</summary>
    public Nullable(T value)
    {
        this.value = value;
        hasValue = true;
    }

    /// <summary>There is a value.</summary>
    public bool HasValue => hasValue;

    /// <summary>The value, which must be there.</summary>
    public T Value
    {
        get
        {
            if (!hasValue)
            {
                ThrowHelpers.NoValue();
            }

            return value;
        }
    }

    /// <summary>The value, or its type's zero.</summary>
    public T GetValueOrDefault() => value;

    /// <summary>The value, or <paramref name="otherwise"/>.</summary>
    public T GetValueOrDefault(T otherwise) => hasValue ? value : otherwise;

    /// <summary>A present value.</summary>
    public static implicit operator T?(T value) => new Nullable<T>(value);
}
