using System;
using Machines;

namespace Verbs.Machine;

/// <summary>QEMU in the foreground of our terminal.</summary>
public static class Terminal
{
    /// <summary>
    /// Runs a machine to its end; QEMU's exit code. What the guest writes to its serial port is also kept in a file.
    /// </summary>
    public static int RunQemu(MachineSpec spec, string serialLog)
    {
        string program = HostPrograms.Require(HostPrograms.Qemu, "qemu-system-x86");
        string[] arguments = [.. QemuArguments.For(spec, UefiFirmware.Find()), .. SerialPort.OnTerminal(serialLog)];
        Console.WriteLine($"QEMU ({spec.Accelerator.ToString().ToUpperInvariant()}): Ctrl-a x or Ctrl-C leaves.");
        return UninterruptedBy(() => HostCommand.Run(program, arguments));
    }

    /// <summary>
    /// Runs <paramref name="action"/> while Ctrl-C is for the child in the foreground: the terminal sends the signal to
    /// both of us, and we stay to tell how the child ended.
    /// </summary>
    public static int UninterruptedBy(Func<int> action)
    {
        ConsoleCancelEventHandler stay = (_, signal) => signal.Cancel = true;
        Console.CancelKeyPress += stay;
        try
        {
            return action();
        }
        finally
        {
            Console.CancelKeyPress -= stay;
        }
    }
}
