using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Simulation;

/// <summary>How the processor reads an entry (Intel SDM vol. 3, 4.5.4 and tables 4-15 to 4-20).</summary>
internal readonly record struct EntryFormat(Geometry Geometry, PagingControls Controls)
{
    private const int HighestPageLevel = 3;

    public EntryKind KindOf(ulong bits, int level)
    {
        if ((bits & EntryBits.Present) == 0)
        {
            return EntryKind.Absent;
        }

        bool isPage = level == 1 || (bits & EntryBits.Page) != 0;
        return (bits & Reserved(level, isPage)) != 0 ? EntryKind.Reserved
            : isPage ? EntryKind.Page
            : EntryKind.Table;
    }

    /// <summary>The table that an entry of kind <see cref="EntryKind.Table"/> points at.</summary>
    public static PhysAddr TableIn(ulong bits) => new(bits & EntryBits.Address);

    /// <summary>The frame of a page's entry; bit 12 of a large one is the PAT bit.</summary>
    public PhysAddr PageIn(ulong bits, int level) => new(bits & EntryBits.Address & ~FrameOffsets(level));

    /// <summary>Where in physical memory the page shows the address.</summary>
    public PhysAddr AddressIn(PhysAddr page, VirtAddr address, int level)
    {
        ulong frames = (address.Value >> Geometry.PageBits << EntryBits.FrameShift) & FrameOffsets(level);
        ulong offset = address.Value & ((1UL << Geometry.PageBits) - 1);
        return new PhysAddr(page.Value + frames + offset);
    }

    private ulong Reserved(int level, bool isPage)
    {
        ulong mask = EntryBits.Address & ~((1UL << Controls.PhysicalBits) - 1);
        mask |= Controls.NoExecute ? 0 : EntryBits.NoExecute;
        mask |= level > HighestPageLevel || (level == HighestPageLevel && !Controls.LevelThreePages)
            ? EntryBits.Page
            : 0;
        return isPage ? mask | (FrameOffsets(level) & ~(1UL << EntryBits.FrameShift)) : mask;
    }

    // The address bits by which the frames of one page differ.
    private ulong FrameOffsets(int level) => ((1UL << ((level - 1) * Geometry.IndexBits)) - 1) << EntryBits.FrameShift;
}
