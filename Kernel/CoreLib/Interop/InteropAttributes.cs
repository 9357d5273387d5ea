namespace System.Runtime.InteropServices;

/// <summary>How a type's fields lie in memory.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class StructLayoutAttribute : Attribute
{
    /// <summary>The size in bytes; 0 for as large as the fields need.</summary>
    public int Size;

    /// <summary>The largest alignment of a field; 0 for each field's own.</summary>
    public int Pack;

    /// <summary>The kind of characters; of no use here.</summary>
    public CharSet CharSet;

    /// <summary>Laid out like this.</summary>
    public StructLayoutAttribute(LayoutKind kind) => Value = kind;

    /// <summary>The layout.</summary>
    public LayoutKind Value { get; }
}

/// <summary>The order of fields.</summary>
public enum LayoutKind
{
    /// <summary>As they are written.</summary>
    Sequential = 0,

    /// <summary>Each at its <see cref="FieldOffsetAttribute"/>.</summary>
    Explicit = 2,

    /// <summary>As the compiler likes.</summary>
    Auto = 3,
}

/// <summary>The kinds of characters in unmanaged text.</summary>
public enum CharSet
{
    /// <summary>Bytes.</summary>
    None = 1,

    /// <summary>Bytes.</summary>
    Ansi = 2,
}

/// <summary>Where in its struct a field lies.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class FieldOffsetAttribute : Attribute
{
    /// <summary>So many bytes from the start.</summary>
    public FieldOffsetAttribute(int offset) => Value = offset;

    /// <summary>The bytes from the start.</summary>
    public int Value { get; }
}

/// <summary>The required modifier of references that are only read.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class InAttribute : Attribute
{
}

/// <summary>The parameter is only written.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutAttribute : Attribute
{
}

/// <summary>The types of C.</summary>
public enum UnmanagedType
{
    /// <summary>One byte.</summary>
    U1 = 4,
}
