using System.Runtime.CompilerServices;

namespace UserPrograms;

/// <summary>
/// Numbers that follow from a seed (SplitMix64: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
/// Generators", 2014).
/// </summary>
internal struct Dice
{
    private const ulong Step = 0x9E37_79B9_7F4A_7C15;

    private const int HalfBits = 32;

    private ulong _state;

    /// <summary>Numbers of a seed and of a part of the run.</summary>
    internal Dice(ulong seed, ulong part)
    {
        _state = Mix(seed) + Mix(part + Step);
    }

    /// <summary>The next 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Next() => Mix(_state += Step);

    /// <summary>A number below another one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Below(ulong end) =>
        end <= uint.MaxValue ? (Next() >> HalfBits) * end >> HalfBits : Next() % end;

    /// <summary>An index of something that has so many.</summary>
    internal int Index(int count) => (int)Below((ulong)count);

    /// <summary>Whether something happens that happens once in so many times.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool OneIn(ulong times) => Below(times) == 0;

    /// <summary>Spreads each bit over all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Mix(ulong value)
    {
        value = (value ^ value >> 30) * 0xBF58_476D_1CE4_E5B9;
        value = (value ^ value >> 27) * 0x94D0_49BB_1331_11EB;
        return value ^ value >> 31;
    }
}
