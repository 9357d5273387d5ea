using System.Runtime.CompilerServices;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// The kernel's half of every address space. Boot/layout.inc and Boot/kernel.ld say the same.
/// <code>
/// ffff8000_00000000  physical memory, as it lies (the direct map)
/// ffffc000_00000000  memory of devices: the screen
/// ffffc040_00000000  the registers of the local APIC
/// ffffff80_00000000  the frame table: a record for each frame of 4 KiB, where there is memory
/// ffffffff_80000000  the kernel's image
/// </code>
/// </summary>
public static class KernelLayout
{
    /// <summary>Where physical address 0 of the direct map appears.</summary>
    public static VirtAddr DirectMap => new(0xFFFF_8000_0000_0000);

    /// <summary>Where the screen's memory appears.</summary>
    public static VirtAddr Screen => new(0xFFFF_C000_0000_0000);

    /// <summary>Where the page of the local APIC's registers appears: no screen reaches so far.</summary>
    public static VirtAddr LocalApic => new(0xFFFF_C040_0000_0000);

    /// <summary>
    /// Where the record of frame 0 would appear. 64 GiB are kept for records, and the image's own third-level table
    /// maps them: it needs no other.
    /// </summary>
    public static VirtAddr FrameRecords => new(0xFFFF_FF80_0000_0000);

    /// <summary>Where the kernel's image would have physical address 0.</summary>
    public static VirtAddr ImageBase => new(0xFFFF_FFFF_8000_0000);

    /// <summary>Where the direct map shows a physical address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VirtAddr InDirectMap(PhysAddr address) => new(DirectMap.Value + address.Value);
}
