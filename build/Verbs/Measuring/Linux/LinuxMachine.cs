using System;
using System.Collections.Generic;
using Machines;

namespace Verbs.Measuring.Linux;

/// <summary>The machines that Linux is measured on: QEMU with the options that our kernel has.</summary>
public static class LinuxMachine
{
    private const string Arguments = "console=ttyS0 quiet panic=-1";
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(15);

    /// <summary>All ways that Linux has, each as it was measured on a processor.</summary>
    /// <exception cref="VerbException">Linux or the program failed.</exception>
    /// <exception cref="MachineException">QEMU is missing, or Linux did not end.</exception>
    public static IReadOnlyList<LinuxFigure> Measure(
        LinuxFiles files, BenchHost host, Mitigations mitigations)
    {
        using RunningMachine machine = RunningMachine.Start(new MachineSpec
        {
            Firmware = Firmware.Direct,
            Image = files.Kernel,
            Archive = files.Archive,
            Processor = host.Processor,
            Accelerator = host.Accelerator,
            // As for our forks.
            Memory = MemorySize.FromMebibytes(640),
            Clock = host.Clock,
            KernelArguments = mitigations == Mitigations.Off ? $"{Arguments} mitigations=off" : Arguments,
        });
        GuestVerdict verdict = DebugExitPort.Read(machine.ExpectExit(s_patience));
        return verdict == GuestVerdict.Passed
            ? LinuxFigure.Parse(machine.Serial.LastLines(int.MaxValue).Split('\n'))
            : throw new VerbException(machine.Report($"Linux failed on -cpu {host.Processor}"));
    }
}
