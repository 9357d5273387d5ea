using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Console;
using Machines;

namespace QemuTests.Screens;

/// <summary>Reads the kernel's letters off a picture of its framebuffer, as a person would.</summary>
internal static class FontReader
{
    private const char Unknown = '\uFFFD';

    // Two glyphs of the font can look the same: the first that does, and ASCII comes first.
    private static readonly Dictionary<UInt128, char> s_characters = Enumerable.Range(0x20, 0x7F - 0x20)
        .Select(static code => (shape: Glyph(code), character: (char)code))
        .Append((shape: Glyph(CodePage437.FromUnicode('µ')), character: 'µ'))
        .DistinctBy(static pair => pair.shape)
        .ToDictionary(static pair => pair.shape, static pair => pair.character);

    /// <summary>
    /// The rows of text from the top, without spaces at their ends; what is no known letter shows as U+FFFD.
    /// </summary>
    public static string[] Read(Picture picture) =>
        [.. Enumerable.Range(0, picture.Height / Font.Height).Select(row => ReadRow(picture, row).TrimEnd())];

    private static string ReadRow(Picture picture, int row) =>
        string.Concat(Enumerable.Range(0, picture.Width / Font.Width).Select(column => ReadCell(picture, column, row)));

    private static char ReadCell(Picture picture, int column, int row)
    {
        int paper = Pixel(picture, column * Font.Width, row * Font.Height);
        UInt128 shape = 0;
        for (int y = 0; y < Font.Height; y++)
        {
            for (int x = 0; x < Font.Width; x++)
            {
                bool isInk = Pixel(picture, (column * Font.Width) + x, (row * Font.Height) + y) != paper;
                shape = (shape << 1) | (isInk ? UInt128.One : UInt128.Zero);
            }
        }
        return s_characters.GetValueOrDefault(shape, Unknown);
    }

    private static int Pixel(Picture picture, int x, int y)
    {
        ReadOnlySpan<byte> rgb = picture.Rgb.Span.Slice(((y * picture.Width) + x) * 3, 3);
        return (rgb[0] << 16) | (rgb[1] << 8) | rgb[2];
    }

    private static UInt128 Glyph(int code)
    {
        UInt128 shape = 0;
        foreach (byte line in Font.Glyphs.Slice(code * Font.Height, Font.Height))
        {
            shape = (shape << Font.Width) | line;
        }
        return shape;
    }
}
