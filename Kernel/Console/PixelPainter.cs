using System;
using System.Runtime.CompilerServices;

namespace Kernel.Console;

/// <summary>Draws glyphs in pixels of any size, each as a square of so many screen pixels' side.</summary>
/// <param name="bytesPerPixel">1 to 4.</param>
/// <param name="scale">1 to 4.</param>
/// <param name="ink">The pixel of a set bit.</param>
/// <param name="paper">The pixel of a clear bit.</param>
internal readonly struct PixelPainter(int bytesPerPixel, int scale, uint ink, uint paper)
{
    /// <summary>
    /// Draws <paramref name="glyph"/> into <paramref name="area"/>, whose lines are <paramref name="pitch"/> bytes
    /// apart.
    /// </summary>
    public void Paint(Span<byte> area, int pitch, ReadOnlySpan<byte> glyph)
    {
        PixelLine pixels = default;
        Span<byte> whole = pixels;
        Span<byte> line = whole.Slice(0, Font.Width * scale * bytesPerPixel);
        for (int y = 0; y < glyph.Length * scale; y++)
        {
            if (y % scale == 0)
            {
                Fill(line, glyph[y / scale]);
            }

            line.CopyTo(area.Slice(y * pitch));
        }
    }

    private void Fill(Span<byte> line, int bits)
    {
        int at = 0;
        for (int x = 0; x < Font.Width * scale; x++)
        {
            uint pixel = ((bits << (x / scale)) & 0x80) != 0 ? ink : paper;
            for (int i = 0; i < bytesPerPixel; i++, pixel >>= 8)
            {
                line[at++] = (byte)pixel;
            }
        }
    }

    // The longest line: 8 pixels of 4 bytes, four times as wide.
    [InlineArray(Font.Width * sizeof(uint) * 4)]
    private struct PixelLine
    {
        private byte _first;
    }
}
