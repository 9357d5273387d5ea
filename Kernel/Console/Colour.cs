namespace Kernel.Console;

/// <summary>The sixteen colours of VGA text, in the order of the hardware (IBM VGA, attribute byte).</summary>
public enum Colour : byte
{
    /// <summary>The background of everything but panics.</summary>
    Black,

    /// <summary>Dark blue.</summary>
    Blue,

    /// <summary>Dark green.</summary>
    Green,

    /// <summary>Dark cyan.</summary>
    Cyan,

    /// <summary>Dark red: the background of panics.</summary>
    Red,

    /// <summary>Dark magenta.</summary>
    Magenta,

    /// <summary>Dark yellow.</summary>
    Brown,

    /// <summary>Plain text.</summary>
    LightGrey,

    /// <summary>Text that may be overlooked; like all that follow, only for the foreground.</summary>
    DarkGrey,

    /// <summary>Bright blue.</summary>
    LightBlue,

    /// <summary>Bright green.</summary>
    LightGreen,

    /// <summary>Bright cyan.</summary>
    LightCyan,

    /// <summary>Bright red: errors.</summary>
    LightRed,

    /// <summary>Bright magenta.</summary>
    LightMagenta,

    /// <summary>Bright yellow: warnings.</summary>
    Yellow,

    /// <summary>The brightest.</summary>
    White,
}
