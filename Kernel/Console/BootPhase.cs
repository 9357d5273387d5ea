using System;
using Kernel.Firmware;

namespace Kernel.Console;

/// <summary>A part of the boot that is timed; phases may lie inside one another.</summary>
public readonly ref struct BootPhase
{
    private readonly ReadOnlySpan<byte> _name;
    private readonly ulong _startTicks;

    internal BootPhase(ReadOnlySpan<byte> name, ulong startTicks)
    {
        _name = name;
        _startTicks = startTicks;
    }

    /// <summary>
    /// Ends the phase: where the level shows <see cref="LogLevel.Info"/>, a line with the name and the time it took,
    /// <c>memory map                     12,345 ticks / 12 µs</c>.
    /// </summary>
    public void End() => Log.Phase(_name, Machine.TimeStamp - _startTicks);
}
