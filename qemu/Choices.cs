namespace Machines;

/// <summary>What starts the kernel.</summary>
public enum Firmware
{
    /// <summary>QEMU loads the ELF through its PVH note (<c>-kernel</c>): no firmware, no boot loader.</summary>
    Direct,

    /// <summary>SeaBIOS, then GRUB for the PC BIOS.</summary>
    Bios,

    /// <summary>OVMF, then GRUB for UEFI.</summary>
    Uefi,
}

/// <summary>What the bootable image lies on. Always the only bootable medium of the machine.</summary>
public enum Medium
{
    /// <summary>A CD in an IDE or AHCI drive.</summary>
    Cd,

    /// <summary>A USB mass-storage stick on an xhci controller.</summary>
    UsbStick,

    /// <summary>A paravirtual disk (virtio-blk).</summary>
    VirtioDisk,

    /// <summary>An IDE or AHCI hard disk.</summary>
    IdeDisk,
}

/// <summary>The board that QEMU emulates.</summary>
public enum Chipset
{
    /// <summary>i440FX and PIIX, as of 1996 (<c>pc</c>).</summary>
    Pc,

    /// <summary>Q35 and ICH9, as of 2009, with PCI Express (<c>q35</c>).</summary>
    Q35,
}

/// <summary>What executes the guest's instructions.</summary>
public enum Accelerator
{
    /// <summary>QEMU's own translator: works everywhere.</summary>
    Tcg,

    /// <summary>The host's processor through Linux's KVM.</summary>
    Kvm,
}

/// <summary>What the guest's clocks follow.</summary>
public enum Clock
{
    /// <summary>The host's clock.</summary>
    HostTime,

    /// <summary>
    /// One tick of the time-stamp counter an executed instruction (<c>-icount shift=0,sleep=off</c>).
    /// </summary>
    Instructions,
}

/// <summary>Where the guest's screen is seen.</summary>
public enum Screen
{
    /// <summary>Nowhere: the machine has none, and a guest that says much is not kept by drawing it.</summary>
    Absent,

    /// <summary>Nowhere; screenshots can still be taken.</summary>
    Hidden,

    /// <summary>In a window of the host's desktop.</summary>
    Window,
}

/// <summary>Whether the machine has QEMU's <c>isa-debug-exit</c> device at port 0xF4.</summary>
public enum DebugExit
{
    /// <summary>It has: a write ends the machine.</summary>
    Present,

    /// <summary>It has not: a guest that stops stays on the screen.</summary>
    Absent,
}
