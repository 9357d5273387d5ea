namespace Kernel.Units;

/// <summary>A physical address: what the processor puts on the bus after paging (Intel SDM vol. 3, 4.1).</summary>
/// <param name="Value">The address in bytes.</param>
public readonly record struct PhysAddr(ulong Value)
{
    /// <summary>
    /// The lowest address that no processor can have: MAXPHYADDR is 52 at the most (Intel SDM vol. 3, 4.1.4).
    /// </summary>
    public static PhysAddr Limit => new(1UL << 52);

    /// <summary>The address so many bytes further on; the caller knows that it does not pass 2⁶⁴.</summary>
    public static PhysAddr operator +(PhysAddr address, ByteCount offset) => new(address.Value + offset.Value);

    /// <summary>The bytes from <paramref name="right"/> up to <paramref name="left"/>, which is not below it.</summary>
    public static ByteCount operator -(PhysAddr left, PhysAddr right) => new(left.Value - right.Value);

    /// <summary>Lower in the address space.</summary>
    public static bool operator <(PhysAddr left, PhysAddr right) => left.Value < right.Value;

    /// <summary>Higher in the address space.</summary>
    public static bool operator >(PhysAddr left, PhysAddr right) => left.Value > right.Value;

    /// <summary>The same or lower.</summary>
    public static bool operator <=(PhysAddr left, PhysAddr right) => left.Value <= right.Value;

    /// <summary>The same or higher.</summary>
    public static bool operator >=(PhysAddr left, PhysAddr right) => left.Value >= right.Value;
}
