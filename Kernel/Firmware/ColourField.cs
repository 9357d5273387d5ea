namespace Kernel.Firmware;

/// <summary>Where one colour's bits lie in a pixel (multiboot2 2.0, 3.6.12).</summary>
/// <param name="Position">The number of its lowest bit; below the pixel's bits.</param>
/// <param name="Size">How many bits it has; 1 or more, and none beyond the pixel's.</param>
public readonly record struct ColourField(byte Position, byte Size)
{
    /// <summary>Ones where its bits are, for a field that passed <see cref="FitsIn"/>.</summary>
    public uint Mask => (uint)(((1UL << Size) - 1) << Position);

    /// <summary>Whether it has bits, and all of them inside a pixel of so many.</summary>
    public bool FitsIn(int bitsPerPixel) => Size > 0 && Position + Size <= bitsPerPixel;
}
