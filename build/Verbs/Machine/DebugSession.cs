using System;
using System.Diagnostics;
using System.IO;
using Machines;

namespace Verbs.Machine;

/// <summary>gdb in the foreground, and a QEMU that lives as long as gdb does.</summary>
internal static class DebugSession
{
    // QEMU refuses wrong arguments within this time.
    private static readonly TimeSpan s_refusal = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs to gdb's end; gdb's exit code.</summary>
    /// <exception cref="VerbException">QEMU ended before gdb began.</exception>
    public static int Run(MachineSpec spec, Repository repository)
    {
        string folder = Directory.CreateDirectory(Path.Combine(repository.Artifacts, "debug")).FullName;
        string serial = Path.Combine(folder, "serial.txt");
        Console.WriteLine($"The guest's serial port goes to {serial}");
        using Process qemu = HostCommand.Start(Detached(spec, serial));
        if (qemu.WaitForExit(s_refusal))
        {
            throw new VerbException($"QEMU ended with code {qemu.ExitCode}", "its reason is above");
        }
        try
        {
            return Terminal.UninterruptedBy(() => HostCommand.Run("gdb", GdbArguments(spec, repository), repository.Root));
        }
        finally
        {
            qemu.Kill();
            qemu.WaitForExit();
        }
    }

    /// <summary>The kernel's symbols, the script, and then the machine, whose port only we know.</summary>
    private static string[] GdbArguments(MachineSpec spec, Repository repository) =>
        ["--quiet", "-x", repository.GdbScript, "-ex", $"connect-kernel {spec.GdbPort}", repository.KernelElf];

    // In a session of its own, so that Ctrl-C in gdb stops the guest and does not end QEMU.
    private static ProcessStartInfo Detached(MachineSpec spec, string serial) => new(
        HostPrograms.Require("setsid", "util-linux"),
        [
            HostPrograms.Require(HostPrograms.Qemu, "qemu-system-x86"),
            .. QemuArguments.For(spec, UefiFirmware.Find()),
            .. SerialPort.InFile(serial),
        ])
    {
        RedirectStandardInput = true,
    };
}
