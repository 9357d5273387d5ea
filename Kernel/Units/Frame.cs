using System.Runtime.CompilerServices;

namespace Kernel.Units;

/// <summary>
/// A frame: 4 KiB of physical memory, aligned to its size (Intel SDM vol. 3, 4.1). Frame 0 holds what the firmware
/// left there and is never handed out, so that it can stand for no frame.
/// </summary>
/// <param name="Number">The physical address divided by 4,096.</param>
public readonly record struct Frame(uint Number)
{
    /// <summary>The number of address bits inside a frame.</summary>
    public const int Shift = 12;

    /// <summary>No frame at all.</summary>
    public static Frame None => default;

    /// <summary>Memory ends here, 1 MiB below 16 TiB, where numbers of 32 bits end.</summary>
    public static Frame Limit => new(0xFFFF_FF00);

    /// <summary>The frame's first address.</summary>
    public PhysAddr Address => new((ulong)Number << Shift);

    /// <summary>The frame that holds an address; <see cref="Limit"/> for what lies behind it.</summary>
    public static Frame Holding(PhysAddr address) =>
        address < Limit.Address ? new((uint)(address.Value >> Shift)) : Limit;

    /// <summary>The frame so many further on; the caller knows that it does not pass 2³².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Frame operator +(Frame frame, FrameCount count) => new(frame.Number + count.Value);

    /// <summary>
    /// The frames from <paramref name="right"/> up to <paramref name="left"/>, which is not below it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FrameCount operator -(Frame left, Frame right) => new(left.Number - right.Number);

    /// <summary>Lower in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <(Frame left, Frame right) => left.Number < right.Number;

    /// <summary>Higher in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >(Frame left, Frame right) => left.Number > right.Number;

    /// <summary>The same or lower.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <=(Frame left, Frame right) => left.Number <= right.Number;

    /// <summary>The same or higher.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >=(Frame left, Frame right) => left.Number >= right.Number;

    /// <summary>The same one. Written out, because the compiler's own would call a comparer each time.</summary>
    public bool Equals(Frame other) => Number == other.Number;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Number;
}
