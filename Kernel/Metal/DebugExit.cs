namespace Kernel.Metal;

/// <summary>
/// The end of a run under test: QEMU's isa-debug-exit device, where the command line says that it is there.
/// </summary>
internal static class DebugExit
{
    private const ushort Port = 0xF4;
    private const byte PassedByte = 0x10;
    private const byte FailedByte = 0x11;

    /// <summary>Ends QEMU with the exit code of success.</summary>
    internal static void Pass() => Leave(PassedByte);

    /// <summary>Ends QEMU with the exit code of failure.</summary>
    internal static void Fail() => Leave(FailedByte);

    private static void Leave(byte verdict)
    {
        if (State.Options.DebugExit)
        {
            Cpu.Out(Port, verdict);
        }
    }
}
