namespace Internal.Runtime;

/// <summary>What a type is, in its method table; enumerations are what they are stored as.</summary>
internal enum TypeShape
{
    /// <summary>8 bits, signed.</summary>
    SByte = 4,

    /// <summary>8 bits.</summary>
    Byte = 5,

    /// <summary>16 bits, signed.</summary>
    Int16 = 6,

    /// <summary>16 bits.</summary>
    UInt16 = 7,

    /// <summary>32 bits, signed.</summary>
    Int32 = 8,

    /// <summary>32 bits.</summary>
    UInt32 = 9,

    /// <summary>64 bits, signed.</summary>
    Int64 = 10,

    /// <summary>64 bits.</summary>
    UInt64 = 11,

    /// <summary>A value or none.</summary>
    Nullable = 18,

    /// <summary>An interface.</summary>
    Interface = 21,

    /// <summary>An array of one dimension that starts at 0.</summary>
    SzArray = 24,
}
