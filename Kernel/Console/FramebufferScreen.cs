using System;
using Kernel.Firmware;

namespace Kernel.Console;

/// <summary>
/// A linear framebuffer of 16, 24 or 32 bits a pixel, its colours wherever the firmware put them. Characters of 8×16
/// pixels are drawn twice as large from 2,560 pixels' width on, four times from 5,120 on.
/// </summary>
public struct FramebufferScreen : IScreen
{
    private FramebufferInfo _info;
    private Pixels _palette;
    private QuadPainter _quads;
    private int _scale;
    private int _glyphWidth;

    /// <summary>Characters in a row.</summary>
    public int Columns { get; private set; }

    /// <summary>Rows of characters.</summary>
    public int Rows { get; private set; }

    /// <summary>
    /// The screen that <paramref name="info"/>, which passed its check, tells of; false where the screen's memory is
    /// too small for it or it is too small for a character.
    /// </summary>
    public static bool TryOpen(in FramebufferInfo info, ref FramebufferScreen screen)
    {
        screen = default;
        screen._scale = info.Width >= 5120 ? 4 : info.Width >= 2560 ? 2 : 1;
        int columns = (int)info.Width / (Font.Width * screen._scale);
        int rows = (int)info.Height / (Font.Height * screen._scale);
        if (info.Kind != FramebufferKind.Rgb || columns == 0 || rows == 0
            || info.Size.Value > (ulong)Machine.ScreenMemory.Length || info.Size.Value > int.MaxValue)
        {
            return false;
        }

        screen._info = info;
        screen._glyphWidth = Font.Width * screen._scale * (int)info.BytesPerPixel;
        screen.Columns = columns;
        screen.Rows = rows;
        for (int i = 0; i < Palette.Count; i++)
        {
            screen._palette[i] = Palette.Encode(i, info);
        }

        return true;
    }

    /// <summary>Makes every pixel black.</summary>
    public readonly void Clear() => Machine.ScreenMemory.Slice(0, (int)_info.Size.Value).Clear();

    /// <inheritdoc/>
    public void Draw(int row, int column, Cell cell)
    {
        if ((uint)row >= (uint)Rows || (uint)column >= (uint)Columns)
        {
            return;
        }

        int pitch = (int)_info.Pitch;
        int height = Font.Height * _scale;
        Span<byte> area = Machine.ScreenMemory.Slice(
            (row * height * pitch) + (column * _glyphWidth), ((height - 1) * pitch) + _glyphWidth);
        ReadOnlySpan<byte> glyph = Font.Glyphs.Slice(cell.Character * Font.Height, Font.Height);
        uint ink = _palette[cell.Foreground];
        uint paper = _palette[cell.Background];
        if (_glyphWidth == QuadPainter.BytesPerLine && _info.BitsPerPixel == 32)
        {
            _quads.Paint(area, pitch, glyph, ink, paper);
        }
        else
        {
            new PixelPainter((int)_info.BytesPerPixel, _scale, ink, paper).Paint(area, pitch, glyph);
        }
    }
}
