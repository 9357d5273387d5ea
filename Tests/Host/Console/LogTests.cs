using System.Linq;
using Kernel.Console;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Console;

[Collection(SharedConsole.Name)]
public class LogTests
{
    private int _evaluated;

    [Fact]
    public void WritesALineOfEachLevel()
    {
        SimUart port = SharedConsole.Start();
        SimMachine.Current.SetTimeStamp(1_234_000);
        Log.Error($"no {"screen"u8}");
        Log.Warn($"slow {1:x2}");
        Log.Info($"memory {ByteCount.FromMiB(127)} in {3} regions");
        Log.Debug($"entry {new VirtAddr(4096):x}");
        Assert.Equal(
            "[   0.001234] error: no screen\r\n"
            + "[   0.001234] warning: slow 01\r\n"
            + "[   0.001234] memory 127 MiB in 3 regions\r\n"
            + "[   0.001234] entry 0x1000\r\n",
            port.Sent);
    }

    [Theory]
    [InlineData(LogLevel.Debug, "PEWID")]
    [InlineData(LogLevel.Info, "PEWI")]
    [InlineData(LogLevel.Warning, "PEW")]
    [InlineData(LogLevel.Error, "PE")]
    public void ShowsTheChosenLevelAndAbove(LogLevel level, string expected)
    {
        SimUart port = SharedConsole.Start();
        ConsoleState.Console.Level = level;
        _evaluated = 0;
        Log.Panic($"P{Evaluate()}");
        Log.Error($"E{Evaluate()}");
        Log.Warn($"W{Evaluate()}");
        Log.Info($"I{Evaluate()}");
        Log.Debug($"D{Evaluate()}");
        Assert.Equal(expected, string.Concat(port.Sent.Where("PEWID".Contains)));
        Assert.Equal(expected.Length, _evaluated);
    }

    [Fact]
    public void CutsALongLine()
    {
        SimUart port = SharedConsole.Start();
        Log.Info($"{new byte[300]}");
        Assert.Equal(14 + 256 + 2, port.Sent.Length);
        Assert.EndsWith("\0...\r\n", port.Sent);
    }

    [Fact]
    public void AHoleMayLogItself()
    {
        SimUart port = SharedConsole.Start();
        Log.Info($"outer {Nested(1)} end");
        Assert.Equal("[   0.000000] inner 0\r\n[   0.000000] outer 1 end\r\n", port.Sent);
    }

    [Fact]
    public void DeepNestingLosesTextButNoLine()
    {
        SimUart port = SharedConsole.Start();
        Log.Info($"outer {Nested(9)} end");
        Assert.Equal(10, port.Sent.Split("\r\n").Length - 1);
        Assert.EndsWith("outer 9 end\r\n", port.Sent);
    }

    [Fact]
    public void APanicIsWhiteOnDarkRedToTheEndOfItsRow()
    {
        SharedConsole.Start();
        byte[] memory = new byte[4000];
        SimMachine.Current.SetScreen(memory);
        Assert.True(ConsoleState.Console.TryOpenScreen(Formats.Text()));
        Log.Panic($"out of memory");
        Assert.Equal((byte)'o', memory[0]);
        Assert.Equal(0x4F, memory[1]);
        Assert.All(Enumerable.Range(0, 80), column => Assert.Equal(4, memory[(column * 2) + 1] >> 4));
        Assert.Equal(0x07, memory[161]);
    }

    [Fact]
    public void APhaseTellsItsTime()
    {
        SimUart port = SharedConsole.Start();
        SimMachine.Current.SetTimeStamp(1_000_000);
        BootPhase phase = Log.Phase("memory map"u8);
        SimMachine.Current.SetTimeStamp(1_012_345);
        phase.End();
        Assert.Equal("[   0.001012] memory map                     12,345 ticks / 12 µs\r\n", port.Sent);
    }

    [Fact]
    public void APhaseIsNotShownAmongErrorsOnly()
    {
        SimUart port = SharedConsole.Start();
        ConsoleState.Console.Level = LogLevel.Error;
        Log.Phase("memory map"u8).End();
        Assert.Equal("", port.Sent);
    }

    [Fact]
    public void TheBannerSaysWhatThisIs()
    {
        SimUart port = SharedConsole.Start();
        Banner.Write(ref ConsoleState.Console, "x86-64"u8);
        Assert.Equal("  ▌ Kernel\r\n  ▌ message-passing microkernel in C#\r\n  ▌ x86-64\r\n\r\n", port.Sent);
    }

    private static int Nested(int depth)
    {
        if (depth > 0)
        {
            Log.Info($"inner {Nested(depth - 1)}");
        }

        return depth;
    }

    private string Evaluate()
    {
        _evaluated++;
        return "";
    }
}
