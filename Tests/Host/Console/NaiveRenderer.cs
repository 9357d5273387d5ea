using System;
using Kernel.Console;
using Kernel.Firmware;

namespace Kernel.Tests.Host.Console;

/// <summary>The screen's memory as it should be, pixel by pixel from the font and the palette.</summary>
internal static class NaiveRenderer
{
    /// <summary>Memory of the whole screen; outside of cells, and between rows, it is as a clear leaves it.</summary>
    public static byte[] Render(FramebufferInfo info, int scale, int columns, int rows, Func<int, int, Cell> cellAt)
    {
        byte[] memory = new byte[info.Size.Value];
        for (int y = 0; y < rows * Font.Height * scale; y++)
        {
            for (int x = 0; x < columns * Font.Width * scale; x++)
            {
                Cell cell = cellAt(y / (Font.Height * scale), x / (Font.Width * scale));
                int line = Font.Glyphs[(cell.Character * Font.Height) + (y / scale % Font.Height)];
                bool isInk = ((line >> (7 - (x / scale % Font.Width))) & 1) != 0;
                ulong pixel = Encode(info, isInk ? cell.Foreground : cell.Background);
                int at = (int)((y * info.Pitch) + (x * info.BytesPerPixel));
                Store(memory.AsSpan(at, (int)info.BytesPerPixel), pixel);
            }
        }

        return memory;
    }

    private static ulong Encode(FramebufferInfo info, int colour)
    {
        ReadOnlySpan<byte> rgb = Palette.Components.Slice(colour * 3, 3);
        return Place(rgb[0], info.Red) | Place(rgb[1], info.Green) | Place(rgb[2], info.Blue);
    }

    private static ulong Place(byte component, ColourField field) =>
        (((ulong)component << field.Size) >> 8) << field.Position;

    private static void Store(Span<byte> destination, ulong pixel)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = (byte)(pixel >> (8 * i));
        }
    }
}
