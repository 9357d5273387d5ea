using System.Collections.Generic;

namespace Machines;

/// <summary>
/// A machine to boot on: everything that a user or a test can choose, and nothing of how QEMU is told.
/// </summary>
public sealed record MachineSpec
{
    /// <summary>What starts the kernel.</summary>
    public Firmware Firmware { get; init; } = Firmware.Bios;

    /// <summary>What the image lies on. Without meaning for <see cref="Firmware.Direct"/>.</summary>
    public Medium Medium { get; init; } = Medium.Cd;

    /// <summary>The kernel ELF for <see cref="Firmware.Direct"/>, else the ISO; a path on the host.</summary>
    public required string Image { get; init; }

    /// <summary>
    /// The archive of programs for <see cref="Firmware.Direct"/>, a path on the host; null for none. The ISO has its own.
    /// </summary>
    public string? Archive { get; init; }

    /// <summary>The board.</summary>
    public Chipset Chipset { get; init; } = Chipset.Q35;

    /// <summary>
    /// A QEMU processor model such as <c>qemu64</c>; null for the fullest that the accelerator offers.
    /// </summary>
    public string? Processor { get; init; }

    /// <summary>How many processors, from 1 up.</summary>
    public int Processors { get; init; } = 1;

    /// <summary>The guest's memory.</summary>
    public MemorySize Memory { get; init; } = MemorySize.FromMebibytes(128);

    /// <summary>What executes the guest's instructions.</summary>
    public Accelerator Accelerator { get; init; } = Accelerator.Tcg;

    /// <summary>Whether the time-stamp counter counts instructions, exactly and repeatably.</summary>
    public Clock Clock { get; init; } = Clock.HostTime;

    /// <summary>The kernel's command line; empty for none.</summary>
    public string KernelArguments { get; init; } = "";

    /// <summary>Whether there is a screen, and whether it is shown in a window.</summary>
    public Screen Screen { get; init; } = Screen.Hidden;

    /// <summary>Whether the guest can end the machine with a <see cref="GuestVerdict"/>.</summary>
    public DebugExit DebugExit { get; init; } = DebugExit.Present;

    /// <summary>
    /// The TCP port of the gdb stub on this host, the processor stopped before its first instruction; null for none.
    /// </summary>
    public int? GdbPort { get; init; }

    /// <summary>Further arguments for QEMU, put last as they are.</summary>
    public IReadOnlyList<string> MoreArguments { get; init; } = [];

    /// <summary>Why these choices cannot go together, in words for the user; null where they can.</summary>
    public string? Contradiction() => this switch
    {
        { Processors: < 1 } => "a machine has at least one processor",
        { Clock: Clock.Instructions, Accelerator: Accelerator.Kvm } =>
            "counting instructions needs emulation: use --accel tcg with --icount",
        { Clock: Clock.Instructions, Processors: > 1 } =>
            "counting instructions is for one processor: use --cpus 1 with --icount",
        _ => null,
    };
}
