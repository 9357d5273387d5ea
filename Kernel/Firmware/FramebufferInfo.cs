using Kernel.Units;

namespace Kernel.Firmware;

/// <summary>The screen that the boot loader left on (multiboot2 2.0, 3.6.12).</summary>
/// <param name="Kind">Pixels, text cells, or nothing; in the last case all else is zero.</param>
/// <param name="Address">Where its memory begins.</param>
/// <param name="Pitch">Bytes from one row to the next.</param>
/// <param name="Width">Pixels, or characters, in a row; 1 to <see cref="MaximumSide"/>.</param>
/// <param name="Height">Rows; 1 to <see cref="MaximumSide"/>.</param>
/// <param name="BitsPerPixel">16, 24 or 32; for text 16, the bits of a cell.</param>
/// <param name="Red">The bits of red; unused for text, like the next two.</param>
/// <param name="Green">The bits of green.</param>
/// <param name="Blue">The bits of blue.</param>
public readonly record struct FramebufferInfo(
    FramebufferKind Kind,
    PhysAddr Address,
    uint Pitch,
    uint Width,
    uint Height,
    byte BitsPerPixel,
    ColourField Red,
    ColourField Green,
    ColourField Blue)
{
    /// <summary>The widest and highest screen that is believed, in pixels or characters.</summary>
    public const uint MaximumSide = 16384;

    /// <summary>The longest row that is believed, in bytes: twice the widest screen's at 32 bits a pixel.</summary>
    public const uint MaximumPitch = MaximumSide * 4 * 2;

    /// <summary>Bytes from one pixel, or cell, to the next.</summary>
    public uint BytesPerPixel => (uint)BitsPerPixel / 8;

    /// <summary>How much memory the rows take, the ends of the last one included.</summary>
    public ByteCount Size => new((ulong)Pitch * Height);

    /// <summary>The memory that the rows take, for an info that passed <see cref="Check"/>.</summary>
    public PhysRange Range => new(Address, Address + Size);

    /// <summary>What is wrong with it: <see cref="BootFault.None"/>, or one of the framebuffer's faults.</summary>
    public BootFault Check()
    {
        if (Width is 0 or > MaximumSide || Height is 0 or > MaximumSide)
        {
            return BootFault.FramebufferGeometry;
        }

        if (BitsPerPixel is not (16 or 24 or 32) || (Kind == FramebufferKind.Text && BitsPerPixel != 16))
        {
            return BootFault.FramebufferDepth;
        }

        if (Pitch < Width * BytesPerPixel || Pitch > MaximumPitch)
        {
            return BootFault.FramebufferPitch;
        }

        if (!PhysRange.TryCreate(Address, Size, out _))
        {
            return BootFault.FramebufferAddress;
        }

        return Kind == FramebufferKind.Rgb && !HasSoundColours ? BootFault.FramebufferColours : BootFault.None;
    }

    private bool HasSoundColours =>
        Red.FitsIn(BitsPerPixel) && Green.FitsIn(BitsPerPixel) && Blue.FitsIn(BitsPerPixel)
        && (Red.Mask & Green.Mask) == 0 && (Red.Mask & Blue.Mask) == 0 && (Green.Mask & Blue.Mask) == 0;
}
