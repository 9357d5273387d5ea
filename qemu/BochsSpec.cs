using System.Collections.Generic;

namespace Machines;

/// <summary>A machine for Bochs, the second and stricter emulator: a CD booted by its BIOS.</summary>
public sealed record BochsSpec
{
    /// <summary>The ISO; a path on the host.</summary>
    public required string Image { get; init; }

    /// <summary>
    /// A processor model of Bochs. The default has long mode, no-execute, SMEP, SMAP and PCID.
    /// <c>bochs --help cpu</c> lists them.
    /// </summary>
    public string Processor { get; init; } = "corei7_skylake_x";

    /// <summary>The guest's memory.</summary>
    public MemorySize Memory { get; init; } = MemorySize.FromMebibytes(128);

    /// <summary>The files that Bochs needs besides its program, where Debian's packages put them.</summary>
    public static IReadOnlyList<string> NeededFiles { get; } = [Bios, VideoBios];

    /// <summary>How many instructions of the guest's are a microsecond of its clocks.</summary>
    public const int InstructionsPerMicrosecond = 50;

    internal const string Bios = "/usr/share/bochs/BIOS-bochs-latest";
    internal const string VideoBios = "/usr/share/vgabios/vgabios.bin";

    /// <summary>The lines of a <c>bochsrc</c> (Bochs User Manual, "The configuration file bochsrc").</summary>
    /// <param name="serialFile">Where the first serial port's bytes go.</param>
    /// <param name="logFile">Where Bochs's own messages go.</param>
    public IReadOnlyList<string> ConfigurationLines(string serialFile, string logFile) =>
    [
        "config_interface: textconfig",
        "display_library: term",
        $"romimage: file={Bios}",
        $"vgaromimage: file={VideoBios}",
        // A triple fault is a failure to see, not a reason to boot again.
        $"cpu: model={Processor}, count=1, ips={InstructionsPerMicrosecond * 1_000_000}, reset_on_triple_fault=0",
        $"memory: guest={Memory.Mebibytes}, host={Memory.Mebibytes}",
        "ata0: enabled=1, ioaddr1=0x1f0, ioaddr2=0x3f0, irq=14",
        $"ata0-master: type=cdrom, path=\"{Image}\", status=inserted",
        "boot: cdrom",
        // The terminal display panics at 32-bit pixels: without VBE the guest gets VGA text, and its own path for that.
        "vga: extension=none, update_freq=5",
        "clock: sync=none",
        $"com1: enabled=1, mode=file, dev=\"{serialFile}\"",
        $"log: \"{logFile}\"",
        "panic: action=fatal",
        "error: action=report",
        "info: action=ignore",
    ];
}
