namespace Kernel.Firmware;

/// <summary>The tags that the kernel reads; all others are skipped (multiboot2 2.0, 3.6).</summary>
internal enum Multiboot2TagType : uint
{
    End = 0,
    CommandLine = 1,
    LoaderName = 2,
    Module = 3,
    MemoryMap = 6,
    Framebuffer = 8,
    RsdpShort = 14,
    RsdpLong = 15,
    EfiBootServices = 18,
}
