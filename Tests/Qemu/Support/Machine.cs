using Machines;

namespace QemuTests.Support;

/// <summary>The machines that tests start from; a test changes what it is about.</summary>
internal static class Machine
{
    /// <summary>The kernel started by QEMU itself; it ends the machine when it is ready.</summary>
    public static MachineSpec Direct { get; } = new()
    {
        Firmware = Firmware.Direct,
        Image = Tree.Kernel,
        KernelArguments = DebugExitPort.KernelArgument,
    };

    /// <summary>The same without a screen, for programs that say much.</summary>
    public static MachineSpec Unseen { get; } = Direct with { Screen = Screen.Absent };

    /// <summary>The image as a CD, started by the PC BIOS; the kernel ends the machine when it is ready.</summary>
    public static MachineSpec Bios { get; } = Direct with { Firmware = Firmware.Bios, Image = Tree.Iso };

    /// <summary>The image as a CD, started by UEFI; the kernel ends the machine when it is ready.</summary>
    public static MachineSpec Uefi { get; } = Bios with { Firmware = Firmware.Uefi };

    /// <summary>The machine with more words on the kernel's command line.</summary>
    public static MachineSpec With(this MachineSpec spec, string arguments) =>
        spec with { KernelArguments = $"{spec.KernelArguments} {arguments}".Trim() };

    /// <summary>The machine whose kernel halts when it is ready, to be looked at.</summary>
    public static MachineSpec Staying(this MachineSpec spec) => spec with { KernelArguments = "" };
}
