using Kernel.Console;
using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Console;

/// <summary>The kernel's one console, for tests of which no two may run at once.</summary>
[CollectionDefinition(Name)]
public sealed class SharedConsole
{
    public const string Name = "console state";

    /// <summary>A new console with nothing but a serial port, and a clock that starts at 0.</summary>
    internal static SimUart Start()
    {
        SimMachine.Reset();
        return PlugIn();
    }

    /// <summary>The same on the machine that is there.</summary>
    internal static SimUart PlugIn()
    {
        var port = new SimUart(Uart16550.Com1, pollsPerByte: 0);
        port.PlugInto(SimMachine.Current);
        ConsoleState.Console = default;
        ConsoleState.Clock = new BootClock(0, 1000);
        Assert.True(ConsoleState.Console.TryOpenSerial(Uart16550.Com1));
        return port;
    }
}
