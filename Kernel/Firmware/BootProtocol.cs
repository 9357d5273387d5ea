namespace Kernel.Firmware;

/// <summary>How the kernel was started. The values are the magic numbers that the two protocols define.</summary>
public enum BootProtocol : uint
{
    /// <summary>Not said yet.</summary>
    None = 0,

    /// <summary>A multiboot2 boot loader, such as GRUB: EAX holds this at entry (multiboot2 2.0, 3.3).</summary>
    Multiboot2 = 0x36D76289,

    /// <summary>A hypervisor's direct boot, whose information begins so (Xen, arch-x86/hvm/start_info.h).</summary>
    Pvh = 0x336EC578,
}
