using System;
using System.Runtime.InteropServices;
using Kernel.Firmware;

namespace Kernel.Console;

/// <summary>
/// VGA text: cells of two bytes in the screen's memory (IBM VGA, text modes), a blinking cursor by the hardware.
/// </summary>
public struct VgaTextScreen : IScreen
{
    private const ushort CrtcIndex = 0x3D4;
    private const ushort CrtcData = 0x3D5;
    private const byte CursorLocationHigh = 0x0E;
    private const byte CursorLocationLow = 0x0F;
    private const uint BytesPerCell = 2;

    private int _cellsPerRow;

    /// <summary>Cells in a row.</summary>
    public int Columns { get; private set; }

    /// <summary>Rows.</summary>
    public int Rows { get; private set; }

    /// <summary>
    /// The screen that <paramref name="info"/> tells of; false where the screen's memory is too small for it.
    /// </summary>
    public static bool TryOpen(in FramebufferInfo info, out VgaTextScreen screen)
    {
        screen = default;
        if (info.Kind != FramebufferKind.Text || info.Size.Value > (ulong)Machine.ScreenMemory.Length)
        {
            return false;
        }

        screen._cellsPerRow = (int)(info.Pitch / BytesPerCell);
        screen.Columns = (int)info.Width;
        screen.Rows = (int)info.Height;
        return true;
    }

    /// <summary>Makes every cell blank.</summary>
    public readonly void Clear()
    {
        Span<ushort> cells = Cells;
        cells.Slice(0, Rows * _cellsPerRow).Fill(Cell.Blank.Value);
    }

    /// <inheritdoc/>
    public readonly void Draw(int row, int column, Cell cell)
    {
        if ((uint)row < (uint)Rows && (uint)column < (uint)Columns)
        {
            Cells[(row * _cellsPerRow) + column] = cell.Value;
        }
    }

    /// <summary>Puts the blinking cursor there (IBM VGA, CRT controller registers 0Eh and 0Fh).</summary>
    public readonly void MoveCursor(int row, int column)
    {
        int location = (row * _cellsPerRow) + column;
        Machine.WritePort(CrtcIndex, CursorLocationHigh);
        Machine.WritePort(CrtcData, (byte)(location >> 8));
        Machine.WritePort(CrtcIndex, CursorLocationLow);
        Machine.WritePort(CrtcData, (byte)location);
    }

    private static Span<ushort> Cells => MemoryMarshal.Cast<byte, ushort>(Machine.ScreenMemory);
}
