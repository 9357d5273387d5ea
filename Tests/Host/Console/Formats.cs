using Kernel.Firmware;
using Kernel.Units;

namespace Kernel.Tests.Host.Console;

/// <summary>Layouts of pixels that real machines have, and some that only a test would think of.</summary>
internal static class Formats
{
    public static FramebufferInfo Create(string name, uint width, uint height, uint spareBytes = 0)
    {
        (byte bits, ColourField red, ColourField green, ColourField blue) = name switch
        {
            "xrgb8888" => ((byte)32, Field(16, 8), Field(8, 8), Field(0, 8)),
            "xbgr8888" => ((byte)32, Field(0, 8), Field(8, 8), Field(16, 8)),
            "rgbx8888" => ((byte)32, Field(24, 8), Field(16, 8), Field(8, 8)),
            "xrgb2101010" => ((byte)32, Field(20, 10), Field(10, 10), Field(0, 10)),
            "rgb888" => ((byte)24, Field(16, 8), Field(8, 8), Field(0, 8)),
            "bgr888" => ((byte)24, Field(0, 8), Field(8, 8), Field(16, 8)),
            "rgb565" => ((byte)16, Field(11, 5), Field(5, 6), Field(0, 5)),
            "xrgb1555" => ((byte)16, Field(10, 5), Field(5, 5), Field(0, 5)),
            _ => ((byte)16, Field(0, 1), Field(7, 3), Field(15, 1)),
        };
        uint pitch = (width * bits / 8) + spareBytes;
        return new FramebufferInfo(
            FramebufferKind.Rgb, new PhysAddr(0xE000_0000), pitch, width, height, bits, red, green, blue);
    }

    public static FramebufferInfo Text(uint columns = 80, uint rows = 25, uint spareBytes = 0) => new(
        FramebufferKind.Text,
        new PhysAddr(0xB8000),
        (columns * 2) + spareBytes,
        columns,
        rows,
        BitsPerPixel: 16,
        default,
        default,
        default);

    private static ColourField Field(byte position, byte size) => new(position, size);
}
