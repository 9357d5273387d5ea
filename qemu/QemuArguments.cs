using System.Collections.Generic;

namespace Machines;

/// <summary>
/// The words for QEMU: from a <see cref="MachineSpec"/> to an argument list, with no look at the host.
/// </summary>
public static class QemuArguments
{
    /// <summary>
    /// The argument list that makes the machine. The serial port is the caller's to add (<see cref="SerialPort"/>).
    /// <paramref name="uefi"/> is needed for <see cref="Firmware.Uefi"/> alone.
    /// </summary>
    /// <exception cref="MachineException">The choices contradict each other, or OVMF is missing.</exception>
    public static IReadOnlyList<string> For(MachineSpec spec, UefiFirmware? uefi)
    {
        if (spec.Contradiction() is { } reason)
        {
            throw new MachineException(reason);
        }
        List<string> arguments =
        [
            "-name", "kernel",
            "-machine", BoardFor(spec),
            "-cpu", spec.Processor ?? (spec.Accelerator == Accelerator.Kvm ? "host" : "max"),
            "-smp", $"{spec.Processors}",
            "-m", spec.Memory.ToString(),
            "-accel", spec.Accelerator == Accelerator.Kvm ? "kvm" : "tcg",
            "-nodefaults", "-no-user-config", "-no-reboot",
            "-vga", spec.Screen == Screen.Absent ? "none" : "std",
        ];
        arguments.AddRange(ClockArguments(spec.Clock));
        arguments.AddRange(BootArguments(spec, uefi));
        if (spec.Screen != Screen.Window)
        {
            arguments.AddRange(["-display", "none"]);
        }
        if (spec.DebugExit == DebugExit.Present)
        {
            arguments.AddRange(["-device", "isa-debug-exit,iobase=0xf4,iosize=0x04"]);
        }
        if (spec.GdbPort is { } port)
        {
            arguments.AddRange(["-gdb", $"tcp:127.0.0.1:{port}", "-S"]);
        }
        arguments.AddRange(spec.MoreArguments);
        return arguments;
    }

    // A direct start has no medium. SeaBIOS waits at each of a q35's six SATA ports for one, and where a tick is an
    // instruction that is a second of the host's time.
    private static string BoardFor(MachineSpec spec) => spec switch
    {
        { Chipset: Chipset.Pc } => "pc",
        { Firmware: Firmware.Direct } => "q35,sata=off",
        _ => "q35",
    };

    private static IReadOnlyList<string> ClockArguments(Clock clock) =>
        clock == Clock.Instructions ? ["-icount", "shift=0,sleep=off"] : [];

    private static IReadOnlyList<string> BootArguments(MachineSpec spec, UefiFirmware? uefi)
    {
        if (spec.Firmware == Firmware.Direct)
        {
            return
            [
                "-kernel", spec.Image,
                .. spec.KernelArguments.Length == 0 ? (string[])[] : ["-append", spec.KernelArguments],
                .. spec.Archive is { } archive ? (string[])["-initrd", archive] : [],
            ];
        }
        return
        [
            .. FirmwareArguments(spec.Firmware, uefi),
            .. MediumArguments.For(spec.Medium, spec.Image),
            .. CommandLineArguments(spec.KernelArguments),
        ];
    }

    private static IReadOnlyList<string> FirmwareArguments(Firmware firmware, UefiFirmware? uefi)
    {
        if (firmware == Firmware.Bios)
        {
            return [];
        }
        if (uefi is null)
        {
            throw new MachineException("UEFI firmware (OVMF) is missing", "apt-get install ovmf");
        }
        // The overlay of snapshot=on is this machine's private copy of the variables, gone when it ends.
        return
        [
            "-drive", $"if=pflash,unit=0,format=raw,readonly=on,file={Escape(uefi.Code)}",
            "-drive", $"if=pflash,unit=1,format=raw,snapshot=on,file={Escape(uefi.Variables)}",
        ];
    }

    /// <summary>
    /// The ISO is the same for everyone, so its command line travels as the SMBIOS system information's product name
    /// (type 1), where
    /// GRUB's configuration looks for it.
    /// </summary>
    private static IReadOnlyList<string> CommandLineArguments(string kernelArguments) =>
        kernelArguments.Length == 0 ? [] : ["-smbios", $"type=1,product=kernel.args={Escape(kernelArguments)}"];

    /// <summary>A value inside one of QEMU's comma-separated options: a comma of its own is doubled.</summary>
    internal static string Escape(string value) => value.Replace(",", ",,", System.StringComparison.Ordinal);
}
