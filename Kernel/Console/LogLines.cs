using System;
using Kernel.Firmware;
using Kernel.Text;

namespace Kernel.Console;

/// <summary>A line of a panic, which no level hides.</summary>
public readonly struct PanicLine : ITextSpace
{
    /// <inheritdoc/>
    public static bool TryOpen(out Span<byte> space)
    {
        space = ConsoleState.OpenLine();
        return true;
    }
}

/// <summary>A line of <see cref="LogLevel.Error"/>.</summary>
public readonly struct ErrorLine : ITextSpace
{
    /// <inheritdoc/>
    public static bool TryOpen(out Span<byte> space) => ConsoleState.TryOpenLine(LogLevel.Error, out space);
}

/// <summary>A line of <see cref="LogLevel.Warning"/>.</summary>
public readonly struct WarnLine : ITextSpace
{
    /// <inheritdoc/>
    public static bool TryOpen(out Span<byte> space) => ConsoleState.TryOpenLine(LogLevel.Warning, out space);
}

/// <summary>A line of <see cref="LogLevel.Info"/>.</summary>
public readonly struct InfoLine : ITextSpace
{
    /// <inheritdoc/>
    public static bool TryOpen(out Span<byte> space) => ConsoleState.TryOpenLine(LogLevel.Info, out space);
}

/// <summary>A line of <see cref="LogLevel.Debug"/>.</summary>
public readonly struct DebugLine : ITextSpace
{
    /// <inheritdoc/>
    public static bool TryOpen(out Span<byte> space) => ConsoleState.TryOpenLine(LogLevel.Debug, out space);
}
