using System;
using System.Buffers.Text;

namespace Machines;

/// <summary>A picture of 24-bit pixels.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Rgb">Three bytes a pixel, row by row from the top, without padding.</param>
public sealed record Picture(int Width, int Height, ReadOnlyMemory<byte> Rgb);

/// <summary>The binary portable pixmap, which every QEMU's <c>screendump</c> writes (Netpbm manual, "ppm").</summary>
public static class PortablePixmap
{
    /// <summary>Reads a pixmap of 8 bits a sample.</summary>
    /// <exception cref="MachineException">It is not one, or it is cut short.</exception>
    public static Picture Parse(ReadOnlyMemory<byte> file)
    {
        int position = 2;
        if (!file.Span.StartsWith("P6"u8)
            || !TryReadNumber(file.Span, ref position, out int width)
            || !TryReadNumber(file.Span, ref position, out int height)
            || !TryReadNumber(file.Span, ref position, out int largest)
            || largest != 255)
        {
            throw new MachineException("the screen dump is not a portable pixmap of 8 bits a sample");
        }
        // One white-space byte ends the header.
        position++;
        long size = 3L * width * height;
        if (file.Length - position != size)
        {
            throw new MachineException($"the screen dump has {file.Length - position} bytes of pixels, not {size}");
        }
        return new Picture(width, height, file[position..]);
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> file, ref int position, out int number)
    {
        while (position < file.Length && file[position] is (byte)' ' or (byte)'\n')
        {
            position++;
        }
        if (!Utf8Parser.TryParse(file[position..], out number, out int length) || number < 0)
        {
            return false;
        }
        position += length;
        return true;
    }
}
