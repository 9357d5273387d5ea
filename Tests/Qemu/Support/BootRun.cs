using System;
using System.Collections.Generic;
using System.Linq;
using Machines;
using Xunit;

namespace QemuTests.Support;

/// <summary>A machine's run from reset to its own end.</summary>
/// <param name="Verdict">What the guest said of itself.</param>
/// <param name="Lines">What it wrote to its serial port: the lines that are not empty, without colours.</param>
internal sealed record BootRun(GuestVerdict Verdict, IReadOnlyList<string> Lines)
{
    private const int LastLines = 60;

    /// <summary>All lines, for the words of a failure.</summary>
    public string Text => string.Join('\n', Lines);

    // A run can have said megabytes; what matters most is what failed, and how it ended.
    private IEnumerable<string> Telling =>
        Lines.SkipLast(LastLines).Where(static line => line.Contains("failed", StringComparison.Ordinal))
            .Concat(Lines.TakeLast(LastLines));

    /// <summary>Fails the test unless the guest says that all went well; with what it said.</summary>
    public void ExpectPassed() =>
        Assert.True(
            Verdict == GuestVerdict.Passed,
            $"the guest ended with {Verdict}:\n{string.Join('\n', Telling)}");

    /// <summary>Starts a machine and waits for its end.</summary>
    /// <exception cref="MachineException">It did not end in time; with the guest's last lines.</exception>
    public static BootRun Of(MachineSpec spec) => Of(spec, Patience.Boot(spec));

    /// <summary>The same for a machine that has more to do than to boot.</summary>
    public static BootRun Of(MachineSpec spec, TimeSpan patience)
    {
        using RunningMachine machine = RunningMachine.Start(spec);
        GuestVerdict verdict = DebugExitPort.Read(machine.ExpectExit(patience));
        return new BootRun(verdict, machine.PlainLines());
    }
}
