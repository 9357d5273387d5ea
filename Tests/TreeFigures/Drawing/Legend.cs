namespace TreeFigures.Drawing;

/// <summary>What letters and colours mean.</summary>
internal static class Legend
{
    /// <summary>Its width.</summary>
    public const int Width = 960;

    /// <summary>Its height.</summary>
    public const int Height = 22;

    private const int SymbolWidth = 28;
    private const int BaseLine = 16;

    /// <summary>Draws it with its upper left corner there.</summary>
    public static void Draw(Svg svg, int x, int y)
    {
        Entry(svg, x, y, EntryState.Writable, "writable");
        Entry(svg, x + 110, y, EntryState.CopyOnWrite, "copied on write");
        Entry(svg, x + 260, y, EntryState.ReadOnly, "read-only");
        Entry(svg, x + 370, y, EntryState.ToCome, "zeros, to come");
        Frame(svg, x + 515, y, "new", "new");
        Frame(svg, x + 590, y, "changed", "changed");
        Frame(svg, x + 700, y, "gone", "free again");
        svg.Text("count", x + 823, y + BaseLine, "×2");
        svg.Text("small", x + 831, y + BaseLine, "entries that point here");
    }

    private static void Entry(Svg svg, int x, int y, EntryState state, string meaning)
    {
        Frame(svg, x, y, Palette.LookOf(state), meaning);
        svg.Text("middle", x + (SymbolWidth / 2), y + BaseLine, Palette.LetterOf(state));
    }

    private static void Frame(Svg svg, int x, int y, string look, string meaning)
    {
        svg.Rectangle(look, new Box(x, y, SymbolWidth, Height));
        svg.Text("small", x + SymbolWidth + 6, y + BaseLine, meaning);
    }
}
