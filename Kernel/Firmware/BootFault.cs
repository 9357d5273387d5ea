namespace Kernel.Firmware;

/// <summary>
/// What can be wrong with the firmware's data. The word before the first verb says whose data it is; what
/// <see cref="BootError.Where"/> points at is said for each group.
/// </summary>
public enum BootFault : byte
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    // At the boot information itself.

    /// <summary>The magic number names no protocol that is known here.</summary>
    ProtocolUnknown,

    /// <summary>The boot information is not aligned to 8 bytes, as multiboot2 wants.</summary>
    InfoMisaligned,

    /// <summary>The boot information lies, wholly or in part, in memory that cannot be read.</summary>
    InfoUnreadable,

    /// <summary>The boot information says that it is too short to be one, or longer than is believed.</summary>
    InfoSize,

    /// <summary>The PVH start information does not begin with its magic number.</summary>
    PvhMagic,

    /// <summary>The PVH start information is of version 0, which has no memory map.</summary>
    PvhVersion,

    /// <summary>No memory map was given, or an empty one.</summary>
    MapMissing,

    /// <summary>The memory map has no usable memory.</summary>
    MapUsesNothing,

    // At the multiboot2 tag.

    /// <summary>A tag's size is too small for what its type must hold.</summary>
    TagSize,

    /// <summary>A tag reaches beyond the end of the boot information.</summary>
    TagOverrun,

    /// <summary>The boot information ends without an end tag.</summary>
    TagEndMissing,

    /// <summary>A tag that may be there once is there twice.</summary>
    TagRepeated,

    /// <summary>The loader left the EFI boot services running, which still own memory.</summary>
    EfiBootServicesRunning,

    // At the text, or at the multiboot2 tag that holds it.

    /// <summary>A text lies in memory that cannot be read.</summary>
    TextUnreadable,

    /// <summary>A text has no zero byte at its end.</summary>
    TextUnterminated,

    /// <summary>A text is longer than <see cref="BootText.Capacity"/> allows.</summary>
    TextTooLong,

    // At the memory map, or at the entry in question.

    /// <summary>The memory map lies in memory that cannot be read.</summary>
    MapUnreadable,

    /// <summary>The memory map's entries have an impossible size, or the last one is cut off.</summary>
    MapEntrySize,

    /// <summary>The memory map has more entries than is believed.</summary>
    MapEntryCount,

    /// <summary>A region's end wraps past the highest 64-bit address.</summary>
    MapRegionWraps,

    /// <summary>Usable memory is said to lie where no processor can address it.</summary>
    MapRegionBeyondLimit,

    /// <summary>More regions than <see cref="MemoryMap.Capacity"/>, even after joining neighbours.</summary>
    MapTooManyRegions,

    // At the module list, at the multiboot2 tag, or at the module itself.

    /// <summary>The list of modules lies in memory that cannot be read.</summary>
    ModuleListUnreadable,

    /// <summary>More modules than <see cref="BootModules.Capacity"/>.</summary>
    ModuleTooMany,

    /// <summary>A module ends before it starts.</summary>
    ModuleEndsBeforeStart,

    /// <summary>A module reaches beyond what any processor can address, or wraps.</summary>
    ModuleBeyondLimit,

    /// <summary>A module lies, wholly or in part, outside usable memory.</summary>
    ModuleOutsideMemory,

    /// <summary>Two modules overlap.</summary>
    ModulesOverlap,

    // At the multiboot2 tag, or at the framebuffer itself.

    /// <summary>A framebuffer that is neither direct colour nor text.</summary>
    FramebufferType,

    /// <summary>A width or height that is zero or absurd.</summary>
    FramebufferGeometry,

    /// <summary>A pixel of other than 16, 24 or 32 bits, or a text cell of other than 16.</summary>
    FramebufferDepth,

    /// <summary>Rows that overlap each other or lie absurdly far apart.</summary>
    FramebufferPitch,

    /// <summary>A framebuffer that reaches beyond what any processor can address.</summary>
    FramebufferAddress,

    /// <summary>Colours without bits, with bits outside the pixel, or sharing bits.</summary>
    FramebufferColours,

    /// <summary>A framebuffer on top of usable memory, where drawing would destroy what lies there.</summary>
    FramebufferOverMemory,

    // At the RSDP, or at the multiboot2 tag that holds its copy.

    /// <summary>The ACPI root pointer lies in memory that cannot be read.</summary>
    RsdpUnreadable,

    /// <summary>The ACPI root pointer does not begin with <c>RSD PTR </c>.</summary>
    RsdpSignature,

    /// <summary>The ACPI root pointer's bytes do not add up to zero.</summary>
    RsdpChecksum,

    /// <summary>The ACPI root pointer of revision 2 or later is not 36 bytes long.</summary>
    RsdpLength,

    /// <summary>The ACPI root pointer points at no table that a processor could address.</summary>
    RsdpTable,
}
