namespace Kernel.Console;

/// <summary>
/// The colours of a cell, as VGA text stores them: the foreground in bits 0 to 3, the background in bits 4 to 6 (IBM
/// VGA, attribute byte). Bit 7 makes VGA text blink, so it stays clear: a background is one of the first eight
/// colours.
/// </summary>
public readonly record struct CellColours
{
    /// <summary>These colours; a light background becomes its dark sister.</summary>
    public CellColours(Colour foreground, Colour background) =>
        Value = (byte)(((byte)foreground & 0xF) | (((byte)background & 0x7) << 4));

    /// <summary>The attribute byte.</summary>
    public byte Value { get; }

    /// <summary>Text without emphasis.</summary>
    public static CellColours Plain => new(Colour.LightGrey, Colour.Black);

    /// <summary>Text that may be overlooked.</summary>
    public static CellColours Dim => new(Colour.DarkGrey, Colour.Black);

    /// <summary>Names, headings and phases.</summary>
    public static CellColours Accent => new(Colour.LightCyan, Colour.Black);

    /// <summary>White on dark red: a panic.</summary>
    public static CellColours Panic => new(Colour.White, Colour.Red);

    /// <summary>The colour behind the character.</summary>
    public Colour Background => (Colour)(Value >> 4);
}
