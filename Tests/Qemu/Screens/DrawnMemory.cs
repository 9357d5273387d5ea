using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Kernel.Console;
using Kernel.Firmware;
using Machines;
using Xunit;

namespace QemuTests.Screens;

/// <summary>A screen that is nothing but memory of the machine, of any layout of pixels.</summary>
internal static class DrawnMemory
{
    /// <summary>All bytes of it.</summary>
    public static byte[] Bytes(RunningMachine machine, FramebufferInfo info)
    {
        string file = Path.GetTempFileName();
        try
        {
            machine.Ask($"pmemsave {info.Address.Value} {info.Size.Value} \"{file}\"");
            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>
    /// What it shows, a pixel for each square of so many at a side; each square must be of one colour, and of the palette.
    /// </summary>
    public static Picture Read(RunningMachine machine, FramebufferInfo info, int scale)
    {
        byte[] bytes = Bytes(machine, info);
        Dictionary<ulong, byte[]> palette = ColoursOf(info);
        int width = (int)info.Width / scale;
        int height = (int)info.Height / scale;
        byte[] rgb = new byte[width * height * 3];
        for (int y = 0; y < height * scale; y++)
        {
            for (int x = 0; x < width * scale; x++)
            {
                ulong pixel = PixelAt(bytes, info, x, y);
                Assert.True(palette.TryGetValue(pixel, out byte[]? colour), $"pixel {pixel:x} at {x}, {y}");
                Span<byte> place = rgb.AsSpan(((y / scale * width) + (x / scale)) * 3, 3);
                bool isFirst = x % scale == 0 && y % scale == 0;
                Assert.True(isFirst || place.SequenceEqual(colour), $"another colour at {x}, {y}");
                colour.CopyTo(place);
            }
        }

        return new Picture(width, height, rgb);
    }

    private static ulong PixelAt(byte[] bytes, FramebufferInfo info, int x, int y)
    {
        ulong pixel = 0;
        for (int i = 0; i < info.BytesPerPixel; i++)
        {
            pixel |= (ulong)bytes[((uint)y * info.Pitch) + ((uint)x * info.BytesPerPixel) + i] << (8 * i);
        }

        return pixel;
    }

    private static Dictionary<ulong, byte[]> ColoursOf(FramebufferInfo info) => Palette.Components.ToArray().Chunk(3)
        .GroupBy(rgb => Place(rgb[0], info.Red) | Place(rgb[1], info.Green) | Place(rgb[2], info.Blue))
        .ToDictionary(static same => same.Key, static same => same.First());

    private static ulong Place(byte component, ColourField field) =>
        (((ulong)component << field.Size) >> 8) << field.Position;
}
