using System.Collections.Generic;
using Machines;

namespace QemuTests.Support;

/// <summary>What tests ask of a guest that runs.</summary>
internal static class GuestExtensions
{
    /// <summary>The start of the line by which the kernel's boot has ended.</summary>
    public const string Ready = "ready after ";

    /// <summary>What the guest wrote to its serial port so far: lines that are not empty, without colours.</summary>
    public static IReadOnlyList<string> PlainLines(this RunningGuest guest) =>
        guest.Serial.LastLines(int.MaxValue).Split('\n');

    /// <summary>Starts a machine and waits until its kernel has come up and halted.</summary>
    /// <exception cref="MachineException">It did not; with the guest's last lines.</exception>
    public static RunningMachine StartToReady(MachineSpec spec)
    {
        RunningMachine machine = RunningMachine.Start(spec.Staying());
        try
        {
            machine.Expect(Ready, Patience.Boot(spec));
            // The rest of that line.
            Polling.Until(() => machine.Serial.Text, static text => text.EndsWith('\n'), Patience.Moment);
            return machine;
        }
        catch
        {
            machine.Dispose();
            throw;
        }
    }
}
