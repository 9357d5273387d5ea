using System.Runtime.CompilerServices;

namespace Kernel.Units;

/// <summary>A number of frames of 4 KiB.</summary>
/// <param name="Value">The number; any 32-bit value.</param>
public readonly record struct FrameCount(uint Value)
{
    /// <summary>None.</summary>
    public static FrameCount Zero => default;

    /// <summary>How much memory that is.</summary>
    public ByteCount Bytes => new((ulong)Value << Frame.Shift);

    /// <summary>The sum; the caller knows that it does not pass 2³².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FrameCount operator +(FrameCount left, FrameCount right) => new(left.Value + right.Value);

    /// <summary>The difference; the caller knows that it is not negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FrameCount operator -(FrameCount left, FrameCount right) => new(left.Value - right.Value);

    /// <summary>Fewer frames.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <(FrameCount left, FrameCount right) => left.Value < right.Value;

    /// <summary>More frames.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >(FrameCount left, FrameCount right) => left.Value > right.Value;

    /// <summary>As many frames or fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <=(FrameCount left, FrameCount right) => left.Value <= right.Value;

    /// <summary>As many frames or more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >=(FrameCount left, FrameCount right) => left.Value >= right.Value;

    /// <summary>The same one. Written out, because the compiler's own would call a comparer each time.</summary>
    public bool Equals(FrameCount other) => Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Value;
}
