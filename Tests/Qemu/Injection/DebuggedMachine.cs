using System;
using Machines;
using QemuTests.Debugging;
using QemuTests.Support;

namespace QemuTests.Injection;

/// <summary>A machine that counts instructions, with a program; stopped before its first instruction.</summary>
internal sealed class DebuggedMachine : IDisposable
{
    public DebuggedMachine(string program, string processor)
    {
        int port = FreePort.Find();
        Running = RunningMachine.Start(Machine.Direct.With($"init={program}") with
        {
            Archive = Tree.Programs,
            Clock = Clock.Instructions,
            Processor = processor,
            GdbPort = port,
        });
        // QEMU answers when its gdb stub listens already.
        Running.Ask("info status");
        Stub = new GdbStub(port);
    }

    public RunningMachine Running { get; }

    public GdbStub Stub { get; }

    /// <summary>Raises a trap before the next instruction.</summary>
    public void Raise(InjectedTrap trap) => Running.Ask(CommandFor(trap));

    /// <summary>What the machine said, when it has ended.</summary>
    public BootRun End()
    {
        GuestVerdict verdict = DebugExitPort.Read(Running.ExpectExit(Patience.Moment));
        return new BootRun(verdict, Running.PlainLines());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stub.Dispose();
        Running.Dispose();
    }

    // An uncorrected error. That one is in progress is not said: only a handler that returns could take that back
    // (Intel SDM vol. 3, 15.3.1.2 and 15.3.2.2).
    private static string CommandFor(InjectedTrap trap) => trap switch
    {
        InjectedTrap.NonMaskable => "nmi",
        InjectedTrap.MachineCheck => "mce 0 0 0xb000000000000000 0 0 0",
        _ => throw new ArgumentOutOfRangeException(nameof(trap)),
    };
}
