using System.Runtime.CompilerServices;

namespace Kernel.Units;

/// <summary>A virtual (linear) address: what instructions use and paging translates (Intel SDM vol. 3, 4.1).</summary>
/// <param name="Value">The address in bytes.</param>
public readonly record struct VirtAddr(ulong Value)
{
    /// <summary>Bits 63 to 47 are all the same, as four-level paging wants (Intel SDM vol. 1, 3.3.7.1).</summary>
    public bool IsCanonical => (ulong)((long)(Value << 16) >> 16) == Value;

    /// <summary>The address so many bytes further on; the caller knows that it does not pass 2⁶⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VirtAddr operator +(VirtAddr address, ByteCount offset) => new(address.Value + offset.Value);

    /// <summary>The bytes from <paramref name="right"/> up to <paramref name="left"/>, which is not below it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteCount operator -(VirtAddr left, VirtAddr right) => new(left.Value - right.Value);

    /// <summary>Lower in the address space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <(VirtAddr left, VirtAddr right) => left.Value < right.Value;

    /// <summary>Higher in the address space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >(VirtAddr left, VirtAddr right) => left.Value > right.Value;

    /// <summary>The same or lower.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <=(VirtAddr left, VirtAddr right) => left.Value <= right.Value;

    /// <summary>The same or higher.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >=(VirtAddr left, VirtAddr right) => left.Value >= right.Value;

    /// <summary>The same one. Written out, because the compiler's own would call a comparer each time.</summary>
    public bool Equals(VirtAddr other) => Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Value ^ (int)(Value >> 32);
}
