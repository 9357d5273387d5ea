using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Machines;

/// <summary>
/// The shape of a machine's page tables. Real processors have 4/9/12 and 5/9/12 (Intel SDM vol. 3, 4.5.1); a small
/// one brings every case of an algorithm within reach of a test.
/// </summary>
/// <param name="Levels">Tables on the way from the root to a small page, 2 to 5; level 1 maps small pages.</param>
/// <param name="IndexBits">Address bits that choose an entry of one table, 1 to 9.</param>
/// <param name="PageBits">Address bits inside a small page, 0 to 12.</param>
public readonly record struct Geometry(int Levels, int IndexBits, int PageBits)
{
    /// <summary>Four levels of 512 entries and pages of 4 KiB.</summary>
    public static Geometry FourLevel => new(4, 9, 12);

    /// <summary>Five levels of 512 entries and pages of 4 KiB.</summary>
    public static Geometry FiveLevel => new(5, 9, 12);

    /// <summary>The entries of one table.</summary>
    public int EntriesPerTable
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1 << IndexBits;
    }

    /// <summary>
    /// The low bits of a virtual address that are translated; those above repeat the highest of them.
    /// </summary>
    public int AddressBits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ShiftAt(Levels + 1);
    }

    /// <summary>The address bits below those that choose an entry at <paramref name="level"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ShiftAt(int level) => PageBits + ((level - 1) * IndexBits);

    /// <summary>What one entry at <paramref name="level"/> covers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ByteCount SizeAt(int level) => new(1UL << ShiftAt(level));

    /// <summary>How many small pages the bytes are, rounded down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong WholePages(ByteCount length) => length.Value >> PageBits;

    /// <summary>Which entry of the table at <paramref name="level"/> leads to the address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IndexOf(VirtAddr address, int level) =>
        (int)(address.Value >> ShiftAt(level)) & (EntriesPerTable - 1);

    /// <summary>The lowest address that the same entry at <paramref name="level"/> covers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public VirtAddr StartOf(VirtAddr address, int level) => new(address.Value & ~(SizeAt(level).Value - 1));

    /// <summary>
    /// The address whose translated bits these are, its upper bits set right (Intel SDM vol. 1, 3.3.7.1).
    /// </summary>
    public VirtAddr Canonical(VirtAddr address)
    {
        int unused = 64 - AddressBits;
        return new VirtAddr((ulong)((long)(address.Value << unused) >> unused));
    }

    /// <summary>All bits above the translated ones repeat the highest of those.</summary>
    public bool IsCanonical(VirtAddr address) => Canonical(address) == address;
}
