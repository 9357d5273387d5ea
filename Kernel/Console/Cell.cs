namespace Kernel.Console;

/// <summary>
/// One place of the screen: a character of code page 437 in bits 0 to 7, its colours in bits 8 to 15. This is how VGA
/// text keeps it too (IBM VGA, text modes).
/// </summary>
/// <param name="Value">The two bytes.</param>
public readonly record struct Cell(ushort Value)
{
    /// <summary>
    /// The character in these colours. A space has no foreground: all with one background are the same cell.
    /// </summary>
    public Cell(byte character, CellColours colours)
        : this((ushort)(character | (Normalise(character, colours).Value << 8)))
    {
    }

    /// <summary>Nothing, on the background of plain text.</summary>
    public static Cell Blank => new((byte)' ', CellColours.Plain);

    /// <summary>The character, in code page 437.</summary>
    public byte Character => (byte)Value;

    /// <summary>The foreground, an index into <see cref="Palette"/>.</summary>
    public int Foreground => (Value >> 8) & 0xF;

    /// <summary>The background, an index into <see cref="Palette"/>.</summary>
    public int Background => (Value >> 12) & 0x7;

    private static CellColours Normalise(byte character, CellColours colours) =>
        character == ' ' ? new CellColours(Colour.LightGrey, colours.Background) : colours;
}
