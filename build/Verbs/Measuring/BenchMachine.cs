using System;
using System.Collections.Generic;
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

    /// <summary>Runs the benchmark image on each of <see cref="Processors"/>; the figures by processor.</summary>
    /// <exception cref="VerbException">A guest failed, or wrote what is no figure.</exception>
    /// <exception cref="MachineException">QEMU is missing, or a guest did not end.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, Measurement>> MeasureAll(string image) =>
        Processors.ToDictionary(static processor => processor, processor => Measure(image, processor));

    private static IReadOnlyDictionary<string, Measurement> Measure(string image, string processor)
    {
        using RunningMachine machine = RunningMachine.Start(new MachineSpec
        {
            Firmware = Firmware.Direct,
            Image = image,
            Processor = processor,
            Clock = Clock.Instructions,
            KernelArguments = DebugExitPort.KernelArgument,
        });
        GuestVerdict verdict = DebugExitPort.Read(machine.ExpectExit(s_patience));
        return verdict == GuestVerdict.Passed
            ? GuestFigures.Parse(machine.Serial.LastLines(int.MaxValue).Split('\n'))
            : throw new VerbException(machine.Report($"the benchmark image failed on -cpu {processor}"));
    }
}
