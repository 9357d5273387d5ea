namespace System.Numerics;

/// <summary>Counting and turning bits, with instructions that every x86-64 processor has.</summary>
public static class BitOperations
{
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
    public static int TrailingZeroCount(ulong value) => value == 0 ? 64 : PopCount((value & (0 - value)) - 1);

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
