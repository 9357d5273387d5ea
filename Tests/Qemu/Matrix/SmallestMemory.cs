using Machines;

namespace QemuTests.Matrix;

/// <summary>The least memory that each way to boot works with, and the nearest amount that is too little.</summary>
internal static class SmallestMemory
{
    /// <summary>Without firmware: the kernel's own needs.</summary>
    public static MemorySize Direct { get; } = MemorySize.FromMebibytes(3);

    /// <summary>The kernel itself refuses this.</summary>
    public static MemorySize TooLittleForTheKernel { get; } = MemorySize.FromMebibytes(2);

    /// <summary>SeaBIOS and GRUB, and all that the first program starts.</summary>
    public static MemorySize Bios { get; } = MemorySize.FromMebibytes(5);

    /// <summary>GRUB for the BIOS refuses this.</summary>
    public static MemorySize TooLittleForBiosGrub { get; } = MemorySize.FromMebibytes(2);

    /// <summary>OVMF and GRUB, which take nearly all of it.</summary>
    public static MemorySize Uefi { get; } = MemorySize.FromMebibytes(52);

    /// <summary>GRUB for UEFI refuses this; with less there is not even GRUB.</summary>
    public static MemorySize TooLittleForUefiGrub { get; } =
        MemorySize.FromMebibytes(UefiFirmware.Find() is { IsLarge: true } ? 48 : 46);
}
