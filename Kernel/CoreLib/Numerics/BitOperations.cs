using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System.Numerics;

/// <summary>Counting and turning bits, with instructions that every x86-64 processor has.</summary>
public static class BitOperations
{
    // All its runs of six bits differ: multiplied by a power of two, its upper six tell which (Leiserson, Prokop and
    // Randall, Using de Bruijn Sequences to Index a 1 in a Computer Word, 1998).
    private const ulong DeBruijn = 0x03F7_9D71_B4CB_0A89;

    private static ReadOnlySpan<byte> BitPositions =>
    [
        0, 1, 48, 2, 57, 49, 28, 3, 61, 58, 50, 42, 38, 29, 17, 4,
        62, 55, 59, 36, 53, 51, 43, 22, 45, 39, 33, 30, 24, 18, 12, 5,
        63, 47, 56, 27, 60, 41, 37, 16, 54, 35, 52, 21, 44, 32, 23, 11,
        46, 26, 40, 15, 34, 20, 31, 10, 25, 14, 19, 9, 13, 8, 7, 6,
    ];

    /// <summary>Exactly one bit is set.</summary>
    public static bool IsPow2(ulong value) => value != 0 && (value & (value - 1)) == 0;

    /// <summary>The number of set bits.</summary>
    public static int PopCount(ulong value)
    {
        value -= (value >> 1) & 0x5555_5555_5555_5555;
        value = (value & 0x3333_3333_3333_3333) + ((value >> 2) & 0x3333_3333_3333_3333);
        value = (value + (value >> 4)) & 0x0F0F_0F0F_0F0F_0F0F;
        return (int)((value * 0x0101_0101_0101_0101) >> 56);
    }

    /// <summary>The number of zero bits below the lowest set one; 64 where none is set.</summary>
    public static int TrailingZeroCount(ulong value) =>
        value == 0 ? 64 : Unsafe.Add(
            ref MemoryMarshal.GetReference(BitPositions), (int)(((value & (0 - value)) * DeBruijn) >> 58));

    /// <summary>The number of zero bits above the highest set one; 64 where none is set.</summary>
    public static int LeadingZeroCount(ulong value)
    {
        value |= value >> 1;
        value |= value >> 2;
        value |= value >> 4;
        value |= value >> 8;
        value |= value >> 16;
        value |= value >> 32;
        return 64 - PopCount(value);
    }

    /// <summary>The number of the highest set bit; 0 where none is set.</summary>
    public static int Log2(ulong value) => 63 - LeadingZeroCount(value | 1);

    /// <summary>The bits turned left.</summary>
    public static ulong RotateLeft(ulong value, int count) => (value << count) | (value >> (64 - count));

    /// <summary>The bits turned right.</summary>
    public static ulong RotateRight(ulong value, int count) => (value >> count) | (value << (64 - count));
}
