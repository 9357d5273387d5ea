using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using Kernel.Console;
using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Console;

public class VgaTextScreenTests
{
    [Fact]
    public void PutsCellsWhereTheHardwareLooks()
    {
        byte[] memory = new byte[32 * 1024];
        SimMachine.Reset().SetScreen(memory);
        Assert.True(VgaTextScreen.TryOpen(Formats.Text(spareBytes: 4), out VgaTextScreen screen));
        Assert.Equal((80, 25), (screen.Columns, screen.Rows));
        screen.Draw(2, 3, new Cell((byte)'K', CellColours.Panic));
        Assert.Equal((byte)'K', memory[(2 * 164) + 6]);
        Assert.Equal(0x4F, memory[(2 * 164) + 7]);
    }

    [Fact]
    public void LeavesOutWhatLiesOutside()
    {
        byte[] memory = new byte[4000];
        SimMachine.Reset().SetScreen(memory);
        Assert.True(VgaTextScreen.TryOpen(Formats.Text(), out VgaTextScreen screen));
        foreach ((int row, int column) in new[] { (-1, 0), (0, -1), (25, 0), (0, 80), (int.MaxValue, int.MaxValue) })
        {
            screen.Draw(row, column, new Cell((byte)'K', CellColours.Panic));
        }

        Assert.All(memory, x => Assert.Equal(0, x));
    }

    [Fact]
    public void ClearsToBlanksThatShowACursor()
    {
        byte[] memory = new byte[4001];
        SimMachine.Reset().SetScreen(memory);
        Assert.True(VgaTextScreen.TryOpen(Formats.Text(), out VgaTextScreen screen));
        screen.Clear();
        for (int i = 0; i < 4000; i += 2)
        {
            Assert.Equal(0x0720, BinaryPrimitives.ReadUInt16LittleEndian(memory.AsSpan(i)));
        }

        Assert.Equal(0, memory[4000]);
    }

    [Fact]
    public void MovesTheCursor()
    {
        var written = new List<(ushort, byte)>();
        SimMachine.Reset().SetScreen(new byte[4000]);
        SimMachine.Current.OnWritePort = (port, value) => written.Add((port, value));
        Assert.True(VgaTextScreen.TryOpen(Formats.Text(), out VgaTextScreen screen));
        screen.MoveCursor(24, 79);
        Assert.Equal([(0x3D4, 0x0E), (0x3D5, 1999 >> 8), (0x3D4, 0x0F), (0x3D5, 1999 & 0xFF)], written);
    }

    [Fact]
    public void RefusesWhatItCannotShow()
    {
        SimMachine.Reset().SetScreen(new byte[3999]);
        Assert.False(VgaTextScreen.TryOpen(Formats.Text(), out _));
        SimMachine.Reset().SetScreen(new byte[1 << 20]);
        Assert.False(VgaTextScreen.TryOpen(Formats.Create("rgb565", 80, 48), out _));
    }
}
