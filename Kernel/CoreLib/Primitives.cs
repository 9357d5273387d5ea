namespace System;

/// <summary>The absence of a value.</summary>
public struct Void
{
}

/// <summary>A truth value.</summary>
public readonly partial struct Boolean : IEquatable<bool>
{
    private readonly bool _value;

    /// <inheritdoc/>
    public bool Equals(bool other) => _value == other;
}

/// <summary>A UTF-16 code unit.</summary>
public readonly partial struct Char : IEquatable<char>
{
    /// <summary>The largest value.</summary>
    public const char MaxValue = '\uFFFF';

    private readonly char _value;

    /// <inheritdoc/>
    public bool Equals(char other) => _value == other;
}

/// <summary>A signed 8-bit number.</summary>
public readonly partial struct SByte : IEquatable<sbyte>
{
    /// <summary>The smallest value.</summary>
    public const sbyte MinValue = -128;

    /// <summary>The largest value.</summary>
    public const sbyte MaxValue = 127;

    private readonly sbyte _value;

    /// <inheritdoc/>
    public bool Equals(sbyte other) => _value == other;
}

/// <summary>An unsigned 8-bit number.</summary>
public readonly partial struct Byte : IEquatable<byte>
{
    /// <summary>The smallest value.</summary>
    public const byte MinValue = 0;

    /// <summary>The largest value.</summary>
    public const byte MaxValue = 255;

    private readonly byte _value;

    /// <inheritdoc/>
    public bool Equals(byte other) => _value == other;
}

/// <summary>A signed 16-bit number.</summary>
public readonly partial struct Int16 : IEquatable<short>
{
    /// <summary>The smallest value.</summary>
    public const short MinValue = -32768;

    /// <summary>The largest value.</summary>
    public const short MaxValue = 32767;

    private readonly short _value;

    /// <inheritdoc/>
    public bool Equals(short other) => _value == other;
}

/// <summary>An unsigned 16-bit number.</summary>
public readonly partial struct UInt16 : IEquatable<ushort>
{
    /// <summary>The smallest value.</summary>
    public const ushort MinValue = 0;

    /// <summary>The largest value.</summary>
    public const ushort MaxValue = 65535;

    private readonly ushort _value;

    /// <inheritdoc/>
    public bool Equals(ushort other) => _value == other;
}

/// <summary>A signed 32-bit number.</summary>
public readonly partial struct Int32 : IEquatable<int>
{
    /// <summary>The smallest value.</summary>
    public const int MinValue = -2147483648;

    /// <summary>The largest value.</summary>
    public const int MaxValue = 2147483647;

    private readonly int _value;

    /// <inheritdoc/>
    public bool Equals(int other) => _value == other;
}

/// <summary>An unsigned 32-bit number.</summary>
public readonly partial struct UInt32 : IEquatable<uint>
{
    /// <summary>The smallest value.</summary>
    public const uint MinValue = 0U;

    /// <summary>The largest value.</summary>
    public const uint MaxValue = 4294967295U;

    private readonly uint _value;

    /// <inheritdoc/>
    public bool Equals(uint other) => _value == other;
}

/// <summary>A signed 64-bit number.</summary>
public readonly partial struct Int64 : IEquatable<long>
{
    /// <summary>The smallest value.</summary>
    public const long MinValue = -9223372036854775808L;

    /// <summary>The largest value.</summary>
    public const long MaxValue = 9223372036854775807L;

    private readonly long _value;

    /// <inheritdoc/>
    public bool Equals(long other) => _value == other;
}

/// <summary>An unsigned 64-bit number.</summary>
public readonly partial struct UInt64 : IEquatable<ulong>
{
    /// <summary>The smallest value.</summary>
    public const ulong MinValue = 0UL;

    /// <summary>The largest value.</summary>
    public const ulong MaxValue = 18446744073709551615UL;

    private readonly ulong _value;

    /// <inheritdoc/>
    public bool Equals(ulong other) => _value == other;
}

/// <summary>A signed number as wide as an address.</summary>
public readonly partial struct IntPtr : IEquatable<nint>
{
    private readonly nint _value;

    /// <inheritdoc/>
    public bool Equals(nint other) => _value == other;
}

/// <summary>An unsigned number as wide as an address.</summary>
public readonly partial struct UIntPtr : IEquatable<nuint>
{
    private readonly nuint _value;

    /// <inheritdoc/>
    public bool Equals(nuint other) => _value == other;
}

/// <summary>A 32-bit floating-point number: the compiler wants the type, the kernel has no use for it.</summary>
public readonly struct Single
{
    private readonly float _value;
}

/// <summary>A 64-bit floating-point number: the compiler wants the type, the kernel has no use for it.</summary>
public readonly struct Double
{
    private readonly double _value;
}
