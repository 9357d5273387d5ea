namespace Machines;

/// <summary>
/// What a guest says of itself by the byte that it writes to port 0xF4 (QEMU's <c>isa-debug-exit</c>).
/// </summary>
public enum GuestVerdict
{
    /// <summary>The guest ended without one: QEMU was told to quit, or the guest switched the power off.</summary>
    None,

    /// <summary>The guest wrote 0x10.</summary>
    Passed,

    /// <summary>The guest wrote 0x11.</summary>
    Failed,

    /// <summary>QEMU itself failed, or the guest wrote something else.</summary>
    Unknown,
}

/// <summary>The agreement between the kernel and whoever reads QEMU's exit code.</summary>
public static class DebugExitPort
{
    /// <summary>The word on the kernel's command line that lets it write to the port.</summary>
    public const string KernelArgument = "debug-exit";

    /// <summary>The byte that means <see cref="GuestVerdict.Passed"/>.</summary>
    public const byte PassedByte = 0x10;

    /// <summary>The byte that means <see cref="GuestVerdict.Failed"/>.</summary>
    public const byte FailedByte = 0x11;

    /// <summary>
    /// QEMU's exit code for a byte that the guest wrote: odd, so that it is never success by accident.
    /// </summary>
    public static int ExitCodeFor(byte written) => ((written << 1) | 1) & 0xFF;

    /// <summary>What QEMU's exit code says.</summary>
    public static GuestVerdict Read(int exitCode) => exitCode switch
    {
        0 => GuestVerdict.None,
        _ when exitCode == ExitCodeFor(PassedByte) => GuestVerdict.Passed,
        _ when exitCode == ExitCodeFor(FailedByte) => GuestVerdict.Failed,
        _ => GuestVerdict.Unknown,
    };
}
