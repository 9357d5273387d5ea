using System;
using Kernel.Text;

namespace Kernel.Console;

/// <summary>The time since the kernel was entered, by the time-stamp counter (Intel SDM vol. 3, 18.17).</summary>
/// <param name="EntryTicks">The counter when the kernel was entered.</param>
/// <param name="TicksPerMicrosecond">The counter's rate; 0 while it is unknown.</param>
public readonly record struct BootClock(ulong EntryTicks, ulong TicksPerMicrosecond)
{
    private const ulong MicrosecondsPerSecond = 1_000_000;
    private const ulong NanosecondsPerMicrosecond = 1000;
    private const int FractionDigits = 6;

    // Widths that hold the first days, and the first thousand million ticks, so that the texts of lines stand in one
    // column.
    private const int StampWidth = 11;
    private const int TicksWidth = 13;

    /// <summary>The counter's ticks since the kernel was entered.</summary>
    public ulong Elapsed => Machine.TimeStamp - EntryTicks;

    /// <summary>The same in nanoseconds, rounded down. Asked only where the rate is known.</summary>
    public ulong ElapsedNanoseconds
    {
        get
        {
            ulong ticks = Elapsed;
            ulong microseconds = ticks / TicksPerMicrosecond;
            ulong rest = ticks - (microseconds * TicksPerMicrosecond);
            return (microseconds * NanosecondsPerMicrosecond) + (rest * NanosecondsPerMicrosecond / TicksPerMicrosecond);
        }
    }

    /// <summary>
    /// Adds so many ticks as the stamp of a log line: seconds and microseconds, <c>[   0.001234]</c>, or, while the
    /// rate is unknown, ticks with their thousands apart, <c>[  1,234,567]</c>.
    /// </summary>
    public void AppendStamp(ref TextBuffer buffer, ulong ticks)
    {
        buffer.Append('[');
        int start = buffer.Length;
        if (TicksPerMicrosecond == 0)
        {
            buffer.AppendGrouped(ticks);
        }
        else
        {
            AppendSeconds(ref buffer, ticks / TicksPerMicrosecond);
        }

        buffer.Align(start, StampWidth);
        buffer.Append("] "u8);
    }

    /// <summary>
    /// Adds a time span, <c>12,345 ticks / 12 µs</c>; while the rate is unknown without the second half.
    /// </summary>
    public void AppendDuration(ref TextBuffer buffer, ulong ticks)
    {
        int start = buffer.Length;
        buffer.AppendGrouped(ticks);
        buffer.Align(start, TicksWidth);
        buffer.Append(" ticks"u8);
        if (TicksPerMicrosecond != 0)
        {
            buffer.Append(" / "u8);
            buffer.AppendGrouped(ticks / TicksPerMicrosecond);
            buffer.Append(" µs"u8);
        }
    }

    private static void AppendSeconds(ref TextBuffer buffer, ulong microseconds)
    {
        buffer.AppendDecimal(microseconds / MicrosecondsPerSecond);
        buffer.Append('.');
        if (buffer.TryReserve(FractionDigits, out Span<byte> fraction))
        {
            for (int i = fraction.Length - 1; i >= 0; i--)
            {
                ulong quotient = microseconds / 10;
                fraction[i] = (byte)('0' + (microseconds - (quotient * 10)));
                microseconds = quotient;
            }
        }
    }
}
