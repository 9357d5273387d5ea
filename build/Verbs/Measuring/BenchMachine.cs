using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Machines;

namespace Verbs.Measuring;

/// <summary>
/// The machines that figures are measured on: QEMU's emulation with a time-stamp counter that counts instructions.
/// </summary>
public static class BenchMachine
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    /// <summary>
    /// QEMU's models of the processor: the fullest and the plainest. A figure is the worse of both.
    /// </summary>
    public static IReadOnlyList<string> Processors { get; } = ["max", "qemu64"];

    /// <summary>
    /// Runs the benchmark image on each of <see cref="Processors"/>; the figures by processor. Those are missing that
    /// want more memory than this host has free, and <paramref name="errors"/> is told.
    /// </summary>
    /// <exception cref="VerbException">A guest failed, or wrote what is no figure.</exception>
    /// <exception cref="MachineException">QEMU is missing, or a guest did not end.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, Measurement>> MeasureAll(
        BenchImages images, TextWriter errors)
    {
        IReadOnlyList<BenchGuest> guests = BenchGuest.Fitting(HostMemory.FreeMebibytes(), errors);
        return Processors.ToDictionary(
            static processor => processor,
            processor => GuestFigures.Parse(guests.SelectMany(guest => Run(guest, images, processor))));
    }

    private static string[] Run(BenchGuest guest, BenchImages images, string processor)
    {
        using RunningMachine machine = RunningMachine.Start(new MachineSpec
        {
            Firmware = Firmware.Direct,
            Image = guest.IsProgram ? images.Kernel : images.Measuring,
            Archive = guest.IsProgram ? images.Archive : null,
            Processor = processor,
            Memory = guest.Memory,
            Clock = Clock.Instructions,
            KernelArguments = guest.KernelArguments,
        });
        GuestVerdict verdict = DebugExitPort.Read(machine.ExpectExit(s_patience));
        return verdict == GuestVerdict.Passed
            ? machine.Serial.LastLines(int.MaxValue).Split('\n')
            : throw new VerbException(machine.Report(
                $"\"{guest.KernelArguments}\" failed on -cpu {processor} with {guest.Memory} of memory"));
    }
}
