using System;
using System.Buffers.Binary;
using System.Linq;
using System.Text;
using Kernel.Console;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Tests.Host.Text;
using Xunit;

namespace Kernel.Tests.Host.Console;

public class KernelConsoleTests
{
    [Fact]
    public void DropsTextWithoutSerialPortAndScreen()
    {
        SimMachine.Reset();
        var console = default(KernelConsole);
        Assert.False(console.TryOpenSerial(Uart16550.Com1));
        Assert.False(console.TryOpenScreen(default));
        console.WriteLine("nobody hears"u8, CellColours.Plain);
    }

    [Fact]
    public void WritesToBoth()
    {
        byte[] memory = new byte[4000];
        SimMachine machine = SimMachine.Reset();
        var port = new SimUart(Uart16550.Com1);
        port.PlugInto(machine);
        machine.SetScreen(memory);
        var console = default(KernelConsole);
        Assert.True(console.TryOpenSerial(Uart16550.Com1));
        Assert.True(console.TryOpenScreen(Formats.Text()));
        console.WriteLine("12 µs"u8, CellColours.Plain);
        Assert.Equal("12 µs\r\n", port.Sent);
        Assert.Equal([(byte)'1', 0x07, (byte)'2', 0x07, (byte)' ', 0x07, 0xE6, 0x07], memory.Take(8));
    }

    [Fact]
    public void TakesAnyBytes() => Property.Holds(Samples.Bytes, text =>
    {
        SimMachine.Reset().SetScreen(new byte[8 * 2 * 3]);
        var console = default(KernelConsole);
        Assert.True(console.TryOpenScreen(Formats.Text(columns: 8, rows: 3)));
        console.Write(text, CellColours.Plain);
    });

    [Theory]
    [InlineData("xrgb8888")]
    [InlineData("rgb565")]
    public void PixelsAreThoseOfAFullRedraw(string format)
    {
        FramebufferInfo info = Formats.Create(format, 83, 70, spareBytes: 8);
        Property.Holds(
            Piece.Some,
            pieces =>
            {
                (byte[] memory, NaiveTerminal naive) = Show(info, pieces, columns: 10, rows: 4);
                byte[] expected = NaiveRenderer.Render(info, 1, 10, 4, (row, column) => naive[row, column]);
                Assert.True(memory.AsSpan().SequenceEqual(expected));
            },
            300);
    }

    [Fact]
    public void TextCellsAreThoseOfAFullRedraw() => Property.Holds(Piece.Some, pieces =>
    {
        (byte[] memory, NaiveTerminal naive) = Show(Formats.Text(columns: 11, rows: 5), pieces, columns: 11, rows: 5);
        for (int i = 0; i < 5 * 11; i++)
        {
            Assert.Equal(naive[i / 11, i % 11].Value, BinaryPrimitives.ReadUInt16LittleEndian(memory.AsSpan(i * 2)));
        }
    });

    // The memory starts as rubbish: whatever is right at the end was written.
    private static (byte[] Memory, NaiveTerminal Naive) Show(
        FramebufferInfo info, Piece[] pieces, int columns, int rows)
    {
        byte[] memory = new byte[info.Size.Value];
        Array.Fill(memory, (byte)0xA5);
        SimMachine.Reset().SetScreen(memory);
        var console = default(KernelConsole);
        Assert.True(console.TryOpenScreen(info));
        var naive = new NaiveTerminal(columns, rows);
        foreach (Piece piece in pieces)
        {
            console.Write(Encoding.UTF8.GetBytes(piece.Text), piece.Colours);
            naive.Write(piece);
        }

        return (memory, naive);
    }
}
