using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Machines;

namespace Verbs.Measuring;

/// <summary>What the kernel itself says of its boot: the instructions from its entry until it is ready.</summary>
internal static partial class BootFigures
{
    private const string LastWords = " instructions";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private static readonly (string Name, Firmware Firmware)[] s_boots =
    [
        ("boot-to-ready", Firmware.Direct),
        ("boot-to-ready-bios", Firmware.Bios),
    ];

    /// <summary>Boots the kernel each way that has a figure, by the BIOS with a screen of 1024 by 768 pixels.</summary>
    /// <exception cref="VerbException">The kernel says nothing of instructions.</exception>
    /// <exception cref="MachineException">QEMU is missing, or the kernel is never ready.</exception>
    public static IEnumerable<KeyValuePair<string, Measurement>> Measure(BenchImages images, BenchHost host) =>
        s_boots.Select(boot => KeyValuePair.Create(
            boot.Name, new Measurement(InstructionsToReady(images, host, boot.Firmware), Counts: null)));

    private static long InstructionsToReady(BenchImages images, BenchHost host, Firmware firmware)
    {
        bool isDirect = firmware == Firmware.Direct;
        using RunningMachine machine = RunningMachine.Start(new MachineSpec
        {
            Firmware = firmware,
            Image = isDirect ? images.Kernel : images.Iso,
            Archive = isDirect ? images.Archive : null,
            // SeaBIOS waits at each SATA port of the other board, for billions of instructions.
            Chipset = Chipset.Pc,
            Processor = host.Processor,
            Accelerator = host.Accelerator,
            Clock = host.Clock,
            KernelArguments = DebugExitPort.KernelArgument,
        });
        machine.Expect(LastWords, s_patience);
        Match ready = Ready().Match(machine.Serial.Text);
        return ready.Success
            ? long.Parse(ready.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            : throw new VerbException(machine.Report("the kernel does not say how many instructions it took"));
    }

    [GeneratedRegex("ready after ([0-9,]+)" + LastWords)]
    private static partial Regex Ready();
}
