using System.Collections.Generic;

namespace Machines;

/// <summary>
/// How the bootable image is plugged in: always as the only medium, at boot index 0, never written to.
/// </summary>
internal static class MediumArguments
{
    private const string Drive = "medium";

    /// <summary>The drive and the device that carry <paramref name="image"/>.</summary>
    public static IReadOnlyList<string> For(Medium medium, string image)
    {
        string file = QemuArguments.Escape(image);
        string cd = $"if=none,id={Drive},format=raw,readonly=on,file={file}";
        // Disks cannot be read-only on IDE; the overlay of snapshot=on keeps the image as it is.
        string disk = $"if=none,id={Drive},format=raw,snapshot=on,file={file}";
        return medium switch
        {
            Medium.UsbStick =>
            [
                "-drive", disk, "-device", "qemu-xhci,id=xhci",
                "-device", $"usb-storage,bus=xhci.0,drive={Drive},removable=on,bootindex=0",
            ],
            Medium.VirtioDisk => ["-drive", disk, "-device", $"virtio-blk-pci,drive={Drive},bootindex=0"],
            Medium.IdeDisk => ["-drive", disk, "-device", $"ide-hd,drive={Drive},bootindex=0"],
            _ => ["-drive", cd, "-device", $"ide-cd,drive={Drive},bootindex=0"],
        };
    }
}
