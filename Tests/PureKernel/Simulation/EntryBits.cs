namespace Kernel.Simulation;

/// <summary>
/// The bits of a page-table entry (Intel SDM vol. 3, tables 4-15 to 4-20). Stated here again: the machine shares no
/// line with the kernel that it judges.
/// </summary>
internal static class EntryBits
{
    public const ulong Present = 1UL << 0;
    public const ulong Writable = 1UL << 1;
    public const ulong User = 1UL << 2;
    public const ulong Accessed = 1UL << 5;
    public const ulong Dirty = 1UL << 6;
    public const ulong Page = 1UL << 7;
    public const ulong Global = 1UL << 8;
    public const ulong NoExecute = 1UL << 63;
    public const ulong Address = 0x000F_FFFF_FFFF_F000;

    /// <summary>The bits of an address inside a frame, at any geometry.</summary>
    public const int FrameShift = 12;

    private const ulong Translating = Present | Writable | User | Page | Global | NoExecute | Address;

    /// <summary>
    /// What the caches may know of an entry: nothing where it is absent, and never the accessed and dirty bits, the
    /// memory type or what is left to software.
    /// </summary>
    public static ulong Cacheable(ulong bits) => (bits & Present) == 0 ? 0 : bits & Translating;
}
