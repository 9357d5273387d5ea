using System;
using System.Text;
using Kernel.Console;
using Kernel.Machines;
using Kernel.Tests.Host.Text;
using Xunit;

namespace Kernel.Tests.Host.Console;

public class Uart16550Tests
{
    [Fact]
    public void SetsUpTheLine()
    {
        SimUart port = Plug(new SimUart(Uart16550.Com1));
        var uart = default(Uart16550);
        Assert.True(uart.TryOpen(Uart16550.Com1));
        Assert.Equal(1, port.Divisor);
        Assert.Equal(0x03, port.LineControl);
        Assert.Equal(0x03, port.ModemControl);
        Assert.Equal(0, port.InterruptEnable);
        Assert.Equal("", port.Sent);
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(true, 1000)]
    [InlineData(false, 3)]
    public void LosesNothing(bool hasFifo, int pollsPerByte)
    {
        SimUart port = Plug(new SimUart(0x2F8, pollsPerByte, hasFifo));
        var uart = default(Uart16550);
        Assert.True(uart.TryOpen(0x2F8));
        string text = new('x', 100);
        uart.Send(Encoding.UTF8.GetBytes(text));
        uart.Send("µ\n"u8);
        Assert.Equal(0, port.Lost);
        Assert.Equal(text + "µ\r\n", port.Sent);
    }

    [Fact]
    public void WaitsOncePerFifo()
    {
        SimUart port = Plug(new SimUart(Uart16550.Com1, pollsPerByte: 0));
        var uart = default(Uart16550);
        uart.TryOpen(Uart16550.Com1);
        int polls = port.Polls;
        uart.Send("0123456789abcdef"u8);
        Assert.Equal(1, port.Polls - polls);
    }

    [Fact]
    public void FindsThatThereIsNoPort()
    {
        SimMachine.Reset();
        var uart = default(Uart16550);
        Assert.False(uart.TryOpen(Uart16550.Com1));
        SimMachine.Current.OnWritePort = (port, _) => Assert.Fail($"port {port:x} written");
        uart.Send("lost"u8);
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x20)]
    [InlineData(0x5A)]
    [InlineData(0xA5)]
    public void FindsThatABusAnswersAlwaysTheSame(byte value)
    {
        SimMachine.Reset().OnReadPort = _ => value;
        Assert.False(default(Uart16550).TryOpen(Uart16550.Com1));
    }

    [Fact]
    public void WaitsForAStuckPortOnceAndGoesOnWhenItTakesBytesAgain()
    {
        SimUart port = Plug(new SimUart(Uart16550.Com1));
        var uart = default(Uart16550);
        Assert.True(uart.TryOpen(Uart16550.Com1));
        port.IsStuck = true;
        uart.Send(new byte[40]);
        int polls = port.Polls;
        Assert.InRange(polls, 1000, 200_000);
        uart.Send(new byte[40]);
        Assert.Equal(polls + 40, port.Polls);
        port.IsStuck = false;
        uart.Send(new byte[100]);
        uart.Send("again, and more than a FIFO holds"u8);
        Assert.EndsWith("again, and more than a FIFO holds", port.Sent, StringComparison.Ordinal);
        Assert.Equal(0, port.Lost);
    }

    [Fact]
    public void SendsAnyTextWhole() => Property.Holds(Samples.Bytes, text =>
    {
        SimUart port = Plug(new SimUart(Uart16550.Com1, text.Length % 5));
        var uart = default(Uart16550);
        Assert.True(uart.TryOpen(Uart16550.Com1));
        uart.Send(text);
        Assert.Equal(Encoding.UTF8.GetString(text).Replace("\n", "\r\n"), port.Sent);
    });

    private static SimUart Plug(SimUart port)
    {
        port.PlugInto(SimMachine.Reset());
        return port;
    }
}
