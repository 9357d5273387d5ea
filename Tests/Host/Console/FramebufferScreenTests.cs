using System;
using Kernel.Console;
using Kernel.Firmware;
using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Console;

public class FramebufferScreenTests
{
    public static TheoryData<string> Names { get; } =
    [
        "xrgb8888", "xbgr8888", "rgbx8888", "xrgb2101010", "rgb888", "bgr888", "rgb565", "xrgb1555", "sparse",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void DrawsEveryGlyphInEveryFormat(string format)
    {
        FramebufferInfo info = Formats.Create(format, (16 * 8) + 5, (16 * 16) + 7, spareBytes: 12);
        byte[] memory = AssertDraws(info, scale: 1, columns: 16, rows: 16);
        Assert.Contains(memory, x => x != 0);
    }

    [Theory]
    [InlineData("xrgb8888", 2559, 1)]
    [InlineData("xrgb8888", 2560, 2)]
    [InlineData("rgb888", 3840, 2)]
    [InlineData("xrgb8888", 5120, 4)]
    [InlineData("rgb565", 7680, 4)]
    public void EnlargesOnWideScreens(string format, uint width, int scale)
    {
        FramebufferInfo info = Formats.Create(format, width, 150);
        AssertDraws(info, scale, columns: (int)width / (8 * scale), rows: 150 / (16 * scale));
    }

    [Fact]
    public void LeavesOutWhatLiesOutside()
    {
        FramebufferInfo info = Formats.Create("xrgb8888", 80, 48);
        FramebufferScreen screen = Open(info, out byte[] memory);
        foreach ((int row, int column) in new[] { (-1, 0), (0, -1), (3, 0), (0, 10), (int.MaxValue, int.MaxValue) })
        {
            screen.Draw(row, column, new Cell(0xDB, CellColours.Panic));
        }

        Assert.All(memory, x => Assert.Equal(0, x));
    }

    [Fact]
    public void ClearsWhatTheFirmwareLeft()
    {
        FramebufferInfo info = Formats.Create("rgb888", 80, 48);
        FramebufferScreen screen = Open(info, out byte[] memory);
        Array.Fill(memory, (byte)0x77);
        screen.Clear();
        Assert.All(memory, x => Assert.Equal(0, x));
    }

    [Fact]
    public void RefusesWhatItCannotShow()
    {
        AssertRefuses(Formats.Create("xrgb8888", 7, 600), 1 << 20);
        AssertRefuses(Formats.Create("xrgb8888", 800, 15), 1 << 20);
        AssertRefuses(Formats.Create("xrgb8888", 80, 48), (80 * 48 * 4) - 1);
        AssertRefuses(Formats.Text(), 1 << 20);
        AssertRefuses(default, 1 << 20);
    }

    private static void AssertRefuses(FramebufferInfo info, int memory)
    {
        SimMachine.Reset().SetScreen(new byte[memory]);
        var screen = default(FramebufferScreen);
        Assert.False(FramebufferScreen.TryOpen(info, ref screen));
    }

    private static byte[] AssertDraws(FramebufferInfo info, int scale, int columns, int rows)
    {
        FramebufferScreen screen = Open(info, out byte[] memory);
        Assert.Equal((columns, rows), (screen.Columns, screen.Rows));
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                screen.Draw(row, column, Sample(row, column));
            }
        }

        Assert.True(memory.AsSpan().SequenceEqual(NaiveRenderer.Render(info, scale, columns, rows, Sample)));
        return memory;
    }

    private static Cell Sample(int row, int column) => new(
        (byte)((row * 16) + column), new CellColours((Colour)(column % 16), (Colour)(row % 8)));

    private static FramebufferScreen Open(FramebufferInfo info, out byte[] memory)
    {
        Assert.Equal(BootFault.None, info.Check());
        memory = new byte[info.Size.Value];
        SimMachine.Reset().SetScreen(memory);
        var screen = default(FramebufferScreen);
        Assert.True(FramebufferScreen.TryOpen(info, ref screen));
        return screen;
    }
}
