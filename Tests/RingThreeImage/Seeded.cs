namespace Kernel.Ring3;

/// <summary>Numbers that look random and are the same in every run (xorshift64*, Vigna 2014).</summary>
internal struct Seeded(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next number.</summary>
    internal ulong Next()
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return _state * 0x2545_F491_4F6C_DD1D;
    }

    /// <summary>A number below a limit, which is small.</summary>
    internal int Below(int limit) => (int)((Next() >> 32) * (ulong)limit >> 32);

    /// <summary>True once in so many times.</summary>
    internal bool Once(int times) => Below(times) == 0;
}
