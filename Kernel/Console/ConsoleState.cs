using System;
using System.Runtime.CompilerServices;
using Kernel.Firmware;

namespace Kernel.Console;

/// <summary>Everything in this room that lives and changes.</summary>
public static class ConsoleState
{
    // A hole of a line may log a line of its own, and a fault in that one may panic: each has a space to itself.
    private const int Lines = 4;
    private const int BytesPerLine = 256;

    private static KernelConsole s_console;
    private static BootClock s_clock;
    private static LineStore s_lines;
    private static int s_openLines;

    /// <summary>The kernel's one console.</summary>
    public static ref KernelConsole Console => ref s_console;

    /// <summary>The clock that stamps the log.</summary>
    public static ref BootClock Clock => ref s_clock;

    /// <summary>
    /// As <see cref="OpenLine"/>, for a line of this level; false, and no space, where the level is not shown.
    /// </summary>
    internal static bool TryOpenLine(LogLevel level, out Span<byte> space)
    {
        bool isShown = level >= s_console.Level;
        space = isShown ? OpenLine() : default;
        return isShown;
    }

    /// <summary>
    /// Space for a line of the log, until <see cref="CloseLine"/>. Deeper nesting shares the last space.
    /// </summary>
    internal static Span<byte> OpenLine()
    {
        Span<byte> lines = s_lines;
        int line = s_openLines < Lines ? s_openLines : Lines - 1;
        s_openLines++;
        return lines.Slice(line * BytesPerLine, BytesPerLine);
    }

    /// <summary>Gives the newest line's space back.</summary>
    internal static void CloseLine() => s_openLines--;

    [InlineArray(Lines * BytesPerLine)]
    private struct LineStore
    {
        private byte _first;
    }
}
