using System;

namespace Kernel.Firmware;

/// <summary>Boot faults in words.</summary>
public static class BootFaultText
{
    /// <summary>One English sentence, in ASCII; the same for every value that is not a fault.</summary>
    public static ReadOnlySpan<byte> Describe(BootFault fault) => fault switch
    {
        BootFault.ProtocolUnknown => "The kernel was started by neither a multiboot2 loader nor PVH."u8,
        BootFault.InfoMisaligned => "The boot information is not aligned to 8 bytes."u8,
        BootFault.InfoUnreadable => "The boot information lies outside readable memory."u8,
        BootFault.InfoSize => "The boot information's total size is impossible."u8,
        BootFault.PvhMagic => "The PVH start information has a wrong magic number."u8,
        BootFault.PvhVersion => "The PVH start information is of version 0, which has no memory map."u8,
        BootFault.MapMissing => "The boot information has no memory map."u8,
        BootFault.MapUsesNothing => "The memory map has no usable memory."u8,
        BootFault.TagSize => "A multiboot2 tag is too small for its type."u8,
        BootFault.TagOverrun => "A multiboot2 tag reaches beyond the boot information."u8,
        BootFault.TagEndMissing => "The multiboot2 information has no end tag."u8,
        BootFault.TagRepeated => "A multiboot2 tag that may appear once appears twice."u8,
        BootFault.EfiBootServicesRunning => "The loader left the EFI boot services running."u8,
        BootFault.TextUnreadable => "A text of the boot information lies outside readable memory."u8,
        BootFault.TextUnterminated => "A text of the boot information has no end."u8,
        BootFault.TextTooLong => "A command line or name is longer than 1023 bytes."u8,
        BootFault.MapUnreadable => "The memory map lies outside readable memory."u8,
        BootFault.MapEntrySize => "The memory map's entry size is impossible, or its last entry is cut off."u8,
        BootFault.MapEntryCount => "The memory map has too many entries to be believed."u8,
        BootFault.MapRegionWraps => "A region of the memory map wraps past the highest address."u8,
        BootFault.MapRegionBeyondLimit => "The memory map has usable memory beyond the 52-bit limit."u8,
        BootFault.MapTooManyRegions => "The memory map has more separate regions than the kernel can hold."u8,
        BootFault.ModuleListUnreadable => "The list of boot modules lies outside readable memory."u8,
        BootFault.ModuleTooMany => "There are more boot modules than the kernel can hold."u8,
        BootFault.ModuleEndsBeforeStart => "A boot module ends before it starts."u8,
        BootFault.ModuleBeyondLimit => "A boot module reaches beyond the 52-bit limit."u8,
        BootFault.ModuleOutsideMemory => "A boot module lies outside usable memory."u8,
        BootFault.ModulesOverlap => "Two boot modules overlap."u8,
        BootFault.FramebufferType => "The framebuffer is neither direct colour nor text."u8,
        BootFault.FramebufferGeometry => "The framebuffer's width or height is impossible."u8,
        BootFault.FramebufferDepth => "The framebuffer's bits per pixel are not 16, 24 or 32."u8,
        BootFault.FramebufferPitch => "The framebuffer's pitch does not suit its width."u8,
        BootFault.FramebufferAddress => "The framebuffer reaches beyond the 52-bit limit."u8,
        BootFault.FramebufferColours => "The framebuffer's colour fields do not fit its pixels."u8,
        BootFault.FramebufferOverMemory => "The framebuffer lies on top of usable memory."u8,
        BootFault.RsdpUnreadable => "The ACPI root pointer lies outside readable memory."u8,
        BootFault.RsdpSignature => "The ACPI root pointer has a wrong signature."u8,
        BootFault.RsdpChecksum => "The ACPI root pointer has a wrong checksum."u8,
        BootFault.RsdpLength => "The ACPI root pointer has a wrong length."u8,
        BootFault.RsdpTable => "The ACPI root pointer points at no table."u8,
        _ => "The boot information is sound."u8,
    };
}
