using System;
using Kernel.Firmware;

namespace Kernel.Console;

/// <summary>How the colours look on a screen of pixels. VGA text has the hardware's own.</summary>
public static class Palette
{
    /// <summary>The number of colours.</summary>
    public const int Count = 16;

    /// <summary>
    /// Red, green and blue of each colour, 0 to 255, in the order of <see cref="Colour"/>. Black is zero in every
    /// format, so that clearing a screen is one memset.
    /// </summary>
    public static ReadOnlySpan<byte> Components =>
    [
        0x00, 0x00, 0x00, 0x2F, 0x6F, 0xEB, 0x2E, 0xA0, 0x43, 0x1B, 0x9A, 0xAA,
        0x9B, 0x1C, 0x26, 0x89, 0x57, 0xE5, 0xB8, 0x79, 0x1F, 0xC9, 0xD1, 0xD9,
        0x7D, 0x87, 0x93, 0x6C, 0xB6, 0xFF, 0x6B, 0xD6, 0x8A, 0x5F, 0xD7, 0xE0,
        0xFF, 0x6B, 0x6B, 0xC9, 0xA0, 0xFF, 0xF2, 0xCC, 0x60, 0xFF, 0xFF, 0xFF,
    ];

    /// <summary>The pixel of colour <paramref name="index"/>, of 16, in the screen's format.</summary>
    public static uint Encode(int index, in FramebufferInfo format)
    {
        ReadOnlySpan<byte> rgb = Components.Slice((index & (Count - 1)) * 3, 3);
        return Field(rgb[0], format.Red) | Field(rgb[1], format.Green) | Field(rgb[2], format.Blue);
    }

    private static uint Field(uint component, ColourField field)
    {
        uint scaled = field.Size <= 8 ? component >> (8 - field.Size) : component << (field.Size - 8);
        return scaled << field.Position;
    }
}
