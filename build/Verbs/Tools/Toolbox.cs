using System.Collections.Generic;
using System.Linq;
using Machines;

namespace Verbs.Tools;

/// <summary>Every tool besides the .NET SDK.</summary>
public static class Toolbox
{
    /// <summary>In the order in which a build, a run and a test need them.</summary>
    public static IReadOnlyList<Tool> All { get; } =
    [
        new("nasm", "nasm", Purpose.Build, "assembles Boot/") { Program = "nasm" },
        new("ld.lld", "lld", Purpose.Build, "links the kernel") { Program = "ld.lld" },
        new("cpio", "cpio", Purpose.Build, "packs the programs of ring 3") { Program = "cpio" },
        new("xorriso", "xorriso", Purpose.Build, "writes the ISO") { Program = "xorriso" },
        new("grub-mkimage", "grub-common", Purpose.Build, "makes the ISO bootable") { Program = "grub-mkimage" },
        new("GRUB for BIOS", "grub-pc-bin", Purpose.Build, "boots the ISO by BIOS")
        {
            Files = ["/usr/lib/grub/i386-pc/moddep.lst"],
        },
        new("GRUB for UEFI", "grub-efi-amd64-bin", Purpose.Build, "boots the ISO by UEFI")
        {
            Files = ["/usr/lib/grub/x86_64-efi/moddep.lst"],
        },
        new("mtools", "mtools", Purpose.Build, "fills the ISO's UEFI partition") { Program = "mformat" },
        new("QEMU", "qemu-system-x86", Purpose.Run, "the virtual machine") { Program = HostPrograms.Qemu },
        new("QEMU's window", "qemu-system-gui", Purpose.Window, "shows its screen on a desktop")
        {
            Files =
            [
                "/usr/lib/x86_64-linux-gnu/qemu/ui-gtk.so",
                "/usr/lib/qemu/ui-gtk.so",
                "/usr/lib64/qemu/ui-gtk.so",
            ],
        },
        new("OVMF", "ovmf", Purpose.Uefi, "the virtual machine's UEFI")
        {
            Files = [.. UefiFirmware.KnownPlaces.Select(place => place.Code)],
        },
        new("gdb", "gdb", Purpose.Debug, "the debugger") { Program = "gdb" },
        new("Bochs", "bochs", Purpose.Test, "the second, stricter virtual machine")
        {
            Program = HostPrograms.Bochs,
            VersionArgument = "--help",
        },
        new("Bochs in a terminal", "bochs-term", Purpose.Test, "runs Bochs without a screen")
        {
            Files = ["/usr/lib/x86_64-linux-gnu/bochs/plugins/libbx_term_gui.so", "/usr/lib/bochs/plugins/libbx_term_gui.so"],
        },
        new("Bochs's BIOS", "bochsbios", Purpose.Test, "its firmware") { Files = [BochsSpec.NeededFiles[0]] },
        new("Bochs's VGA BIOS", "vgabios", Purpose.Test, "its video firmware") { Files = [BochsSpec.NeededFiles[1]] },
        new("spin", "spin", Purpose.Test, "searches the model") { Program = "spin", VersionArgument = "-V" },
        new("gcc", "gcc", Purpose.Test | Purpose.Linux, "compiles spin's search, and what measures Linux")
        {
            Program = "gcc",
        },
        new("C headers", "libc6-dev", Purpose.Test, "the same") { Files = ["/usr/include/stdio.h"] },
        new("Linux's headers", "linux-libc-dev", Purpose.Linux, "name its calls for that program")
        {
            Files = ["/usr/include/linux/memfd.h"],
        },
        new("lsblk", "util-linux", Purpose.Usb, "shows what a stick holds") { Program = "lsblk" },
    ];

    /// <summary>What a purpose lacks on a host.</summary>
    public static IReadOnlyList<Tool> Missing(Purpose purpose, HostFiles host) =>
        [.. All.Where(tool => (tool.Purpose & purpose) != 0 && !tool.IsHere(host))];
}
