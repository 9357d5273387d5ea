using System.Runtime.CompilerServices;

namespace Kernel.Units;

/// <summary>A number of bytes.</summary>
/// <param name="Value">The number; any 64-bit value.</param>
public readonly record struct ByteCount(ulong Value)
{
    /// <summary>Nothing.</summary>
    public static ByteCount Zero => new(0);

    /// <summary>1,024 bytes each.</summary>
    public static ByteCount FromKiB(ulong count) => new(count << 10);

    /// <summary>1,048,576 bytes each.</summary>
    public static ByteCount FromMiB(ulong count) => new(count << 20);

    /// <summary>Whole kibibytes, rounded down.</summary>
    public ulong KiB => Value >> 10;

    /// <summary>Whole mebibytes, rounded down.</summary>
    public ulong MiB => Value >> 20;

    /// <summary>The sum; the caller knows that it does not pass 2⁶⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteCount operator +(ByteCount left, ByteCount right) => new(left.Value + right.Value);

    /// <summary>The difference; the caller knows that it is not negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteCount operator -(ByteCount left, ByteCount right) => new(left.Value - right.Value);

    /// <summary>Fewer bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <(ByteCount left, ByteCount right) => left.Value < right.Value;

    /// <summary>More bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >(ByteCount left, ByteCount right) => left.Value > right.Value;

    /// <summary>As many bytes or fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <=(ByteCount left, ByteCount right) => left.Value <= right.Value;

    /// <summary>As many bytes or more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >=(ByteCount left, ByteCount right) => left.Value >= right.Value;

    /// <summary>The same one. Written out, because the compiler's own would call a comparer each time.</summary>
    public bool Equals(ByteCount other) => Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Value ^ (int)(Value >> 32);
}
