namespace TreeFigures.Drawing;

/// <summary>Where something is drawn; all in pixels from the upper left corner.</summary>
internal readonly record struct Box(int X, int Y, int Width, int Height)
{
    /// <summary>Halfway along its upper side.</summary>
    public int MiddleX => X + (Width / 2);

    /// <summary>Behind its right side.</summary>
    public int Right => X + Width;

    /// <summary>Below its lower side.</summary>
    public int Bottom => Y + Height;
}
