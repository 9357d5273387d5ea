using System;
using Kernel.Firmware;

namespace Kernel.Console;

/// <summary>How the lines of a level look.</summary>
internal static class LogStyle
{
    /// <summary>What stands before a line's text, so that a terminal without colours shows the level too.</summary>
    public static ReadOnlySpan<byte> Prefix(LogLevel level) => level switch
    {
        LogLevel.Error => "error: "u8,
        LogLevel.Warning => "warning: "u8,
        _ => default,
    };

    /// <summary>The colours of a line's text.</summary>
    public static CellColours Colours(LogLevel level) => level switch
    {
        LogLevel.Error => new CellColours(Colour.LightRed, Colour.Black),
        LogLevel.Warning => new CellColours(Colour.Yellow, Colour.Black),
        LogLevel.Debug => CellColours.Dim,
        _ => CellColours.Plain,
    };
}
