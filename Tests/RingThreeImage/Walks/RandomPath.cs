namespace Kernel.Ring3;

/// <summary>
/// The entries of paths through four levels of tables, at random: most lead on, with rights, and marks without meaning;
/// some map large pages, are absent, or have reserved bits set. The image and the host make the same.
/// </summary>
internal struct RandomPath(ulong seed)
{
    /// <summary>The levels of tables.</summary>
    internal const int Levels = 4;

    /// <summary>Bits of a physical address on QEMU's fullest processor: those of entries above are reserved.</summary>
    internal const int PhysicalBits = 40;

    private const ulong Present = 1UL << 0;
    private const ulong Writable = 1UL << 1;
    private const ulong User = 1UL << 2;
    private const ulong Large = 1UL << 7;
    private const ulong NoExecute = 1UL << 63;

    // Accessed, dirty, global, and what is left to software (Intel SDM vol. 3, 4.5.4).
    private const ulong Meaningless = 3UL << 5 | 1UL << 8 | 7UL << 9 | 0x3FFUL << 52;

    private const int FirstReserved = 13;
    private const int AddressBits = 52;
    private const int IndexBits = 9;
    private const int FrameBits = 12;

    private Seeded _numbers = new(seed);

    /// <summary>
    /// The next entry: at level <paramref name="level"/>, to the frame at <paramref name="next"/>, or to the large page
    /// that <paramref name="byteOfPage"/> lies in.
    /// </summary>
    internal ulong Next(int level, ulong next, ulong byteOfPage)
    {
        ulong bits = _numbers.Next() & Meaningless;
        bits |= _numbers.Once(16) ? 0 : Present;
        bits |= _numbers.Once(4) ? 0 : Writable;
        bits |= _numbers.Once(4) ? 0 : User;
        bits |= _numbers.Once(4) ? NoExecute : 0;
        bool isLarge = level > 1 && _numbers.Once(level == Levels ? 32 : 8);
        int sizeBits = FrameBits + ((level - 1) * IndexBits);
        bool isPage = isLarge && level < Levels;
        bits |= isLarge ? Large : 0;
        bits |= isPage ? byteOfPage & ~((1UL << sizeBits) - 1) : next;
        return bits | (_numbers.Once(16) ? Reserved(isPage, sizeBits) : 0);
    }

    private ulong Reserved(bool isPage, int sizeBits) => isPage && _numbers.Once(2)
        ? 1UL << (FirstReserved + _numbers.Below(sizeBits - FirstReserved))
        : 1UL << (PhysicalBits + _numbers.Below(AddressBits - PhysicalBits));
}
