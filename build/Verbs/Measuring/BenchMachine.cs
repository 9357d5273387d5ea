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

    // Where KVM cannot go on, QEMU waits for somebody to look.
    private static readonly TimeSpan s_patienceWithKvm = TimeSpan.FromSeconds(20);

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
            static processor => processor, processor => Measure(guests, images, BenchHost.Counting(processor)));
    }

    /// <summary>
    /// The figures of some guests and of the boots, on one host. Programs are measured by the kernel as it is, and their
    /// events counted by the one that counts.
    /// </summary>
    /// <exception cref="VerbException">A guest failed, or wrote what is no figure.</exception>
    /// <exception cref="MachineException">QEMU is missing, or a guest did not end.</exception>
    public static IReadOnlyDictionary<string, Measurement> Measure(
        IReadOnlyList<BenchGuest> guests, BenchImages images, BenchHost host)
    {
        ILookup<bool, BenchGuest> byKind = guests.ToLookup(static guest => guest.IsProgram);
        Dictionary<string, Measurement> all = new(GuestFigures.Parse(
            byKind[false].SelectMany(guest => Run(guest, images.Measuring, images.Archive, host))
                .Concat(byKind[true].SelectMany(guest => Run(guest, images.Kernel, images.Archive, host)))));
        IReadOnlyDictionary<string, Measurement> counted = GuestFigures.Parse(
            byKind[true].SelectMany(guest => Run(guest, images.Measuring, images.Archive, host)));
        foreach ((string name, Measurement measurement) in counted.Where(each => all.ContainsKey(each.Key)))
        {
            all[name] = all[name] with { Counts = measurement.Counts };
        }
        foreach ((string name, Measurement measurement) in BootFigures.Measure(images, host))
        {
            all.Add(name, measurement);
        }
        return all;
    }

    /// <summary>Runs a guest to its end; the lines that it wrote.</summary>
    /// <exception cref="VerbException">It failed.</exception>
    /// <exception cref="MachineException">QEMU is missing, or the guest did not end.</exception>
    internal static string[] Run(BenchGuest guest, string kernel, string archive, BenchHost host)
    {
        using RunningMachine machine = RunningMachine.Start(new MachineSpec
        {
            Firmware = Firmware.Direct,
            Image = kernel,
            Archive = guest.IsProgram ? archive : null,
            Processor = host.Processor,
            Accelerator = host.Accelerator,
            Memory = guest.Memory,
            Clock = host.Clock,
            KernelArguments = guest.KernelArguments,
        });
        GuestVerdict verdict = DebugExitPort.Read(machine.ExpectExit(host.Accelerator == Accelerator.Kvm ? s_patienceWithKvm : s_patience));
        return verdict == GuestVerdict.Passed
            ? machine.Serial.LastLines(int.MaxValue).Split('\n')
            : throw new VerbException(machine.Report(
                $"\"{guest.KernelArguments}\" failed on -cpu {host.Processor} with {guest.Memory} of memory"));
    }
}
