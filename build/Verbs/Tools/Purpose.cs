using System;

namespace Verbs.Tools;

/// <summary>What a tool is needed for.</summary>
[Flags]
public enum Purpose
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Building the kernel and the ISO.</summary>
    Build = 1,

    /// <summary>Running in QEMU.</summary>
    Run = 2,

    /// <summary>Showing QEMU's screen in a window.</summary>
    Window = 4,

    /// <summary>Booting by UEFI.</summary>
    Uefi = 8,

    /// <summary>Debugging with gdb.</summary>
    Debug = 16,

    /// <summary>The tests alone.</summary>
    Test = 32,

    /// <summary>Writing a USB stick.</summary>
    Usb = 64,

    /// <summary>Measuring Linux beside the kernel.</summary>
    Linux = 128,
}
