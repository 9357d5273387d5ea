using System;
using System.Buffers.Binary;
using Kernel.Units;

namespace Kernel.Firmware;

/// <summary>The framebuffer tag (multiboot2 2.0, 3.6.12).</summary>
internal static class Multiboot2Framebuffer
{
    private const int CommonSize = 24;
    private const int RgbSize = CommonSize + 6;
    private const byte RgbType = 1;
    private const byte TextType = 2;

    /// <summary>Decodes a tag's body; <paramref name="screen"/> is empty unless it is sound.</summary>
    public static BootFault Decode(ReadOnlySpan<byte> body, out FramebufferInfo screen)
    {
        screen = default;
        if (body.Length < CommonSize)
        {
            return BootFault.TagSize;
        }

        FramebufferKind kind = ToKind(body[21]);
        if (kind == FramebufferKind.None)
        {
            return BootFault.FramebufferType;
        }

        if (kind == FramebufferKind.Rgb && body.Length < RgbSize)
        {
            return BootFault.TagSize;
        }

        FramebufferInfo read = Read(body, kind);
        BootFault fault = read.Check();
        screen = fault == BootFault.None ? read : default;
        return fault;
    }

    private static FramebufferKind ToKind(byte type) => type switch
    {
        RgbType => FramebufferKind.Rgb,
        TextType => FramebufferKind.Text,
        _ => FramebufferKind.None,
    };

    private static FramebufferInfo Read(ReadOnlySpan<byte> body, FramebufferKind kind)
    {
        bool hasColours = kind == FramebufferKind.Rgb;
        return new FramebufferInfo(
            kind,
            new PhysAddr(BinaryPrimitives.ReadUInt64LittleEndian(body)),
            Pitch: BinaryPrimitives.ReadUInt32LittleEndian(body[8..]),
            Width: BinaryPrimitives.ReadUInt32LittleEndian(body[12..]),
            Height: BinaryPrimitives.ReadUInt32LittleEndian(body[16..]),
            BitsPerPixel: body[20],
            Red: hasColours ? ReadField(body[24..]) : default,
            Green: hasColours ? ReadField(body[26..]) : default,
            Blue: hasColours ? ReadField(body[28..]) : default);
    }

    private static ColourField ReadField(ReadOnlySpan<byte> field) => new(Position: field[0], Size: field[1]);
}
