using System;
using Kernel.Firmware;
using Kernel.Text;

namespace Kernel.Console;

/// <summary>
/// The kernel's log, a line at a time on <see cref="ConsoleState.Console"/>: <c>Log.Info($"memory {usable} in {count}
/// regions")</c>. A line holds 256 bytes and is cut, with a mark, beyond. The holes of a line that is not shown are
/// not evaluated.
/// </summary>
public static class Log
{
    private const int PhaseNameWidth = 24;

    /// <summary>A line of a panic: in the panic's colours, without a stamp, whatever the level.</summary>
    public static void Panic(ref Interpolated<PanicLine> line)
    {
        ConsoleState.Console.WriteLine(line.Text, CellColours.Panic);
        ConsoleState.CloseLine();
    }

    /// <summary>Something that was asked for does not work.</summary>
    public static void Error(ref Interpolated<ErrorLine> line) => Close(LogLevel.Error, line.IsWanted, line.Text);

    /// <summary>Something works less well than it could.</summary>
    public static void Warn(ref Interpolated<WarnLine> line) => Close(LogLevel.Warning, line.IsWanted, line.Text);

    /// <summary>What a user of the machine wants to know.</summary>
    public static void Info(ref Interpolated<InfoLine> line) => Close(LogLevel.Info, line.IsWanted, line.Text);

    /// <summary>What only someone who looks for a fault wants to know.</summary>
    public static void Debug(ref Interpolated<DebugLine> line) => Close(LogLevel.Debug, line.IsWanted, line.Text);

    /// <summary>
    /// Begins a phase of the boot, named in UTF-8; <see cref="BootPhase.End"/> logs how long it took.
    /// </summary>
    public static BootPhase Phase(ReadOnlySpan<byte> name) => new(name, Machine.TimeStamp);

    /// <summary>
    /// A phase of the boot that has ended, named in UTF-8: where the level shows <see cref="LogLevel.Info"/>, a line
    /// with the name and the time it took, <c>memory map                     12,345 ticks / 12 µs</c>.
    /// </summary>
    public static void Phase(ReadOnlySpan<byte> name, ulong ticks)
    {
        if (!ConsoleState.TryOpenLine(LogLevel.Info, out Span<byte> space))
        {
            return;
        }

        var line = new TextBuffer(space);
        line.Append(name);
        line.Align(0, -PhaseNameWidth);
        int nameEnd = line.Length;
        ConsoleState.Clock.AppendDuration(ref line, ticks);
        WriteStamp();
        ConsoleState.Console.Write(line.Text.Slice(0, nameEnd), CellColours.Accent);
        ConsoleState.Console.WriteLine(line.Text.Slice(nameEnd), CellColours.Plain);
        ConsoleState.CloseLine();
    }

    /// <summary>Writes the stamp of a line.</summary>
    internal static void WriteStamp()
    {
        StampSpace space = default;
        var stamp = new TextBuffer(space);
        ref BootClock clock = ref ConsoleState.Clock;
        clock.AppendStamp(ref stamp, clock.Elapsed);
        ConsoleState.Console.Write(stamp.Text, CellColours.Dim);
    }

    private static void Close(LogLevel level, bool isWanted, ReadOnlySpan<byte> text)
    {
        if (!isWanted)
        {
            return;
        }

        WriteStamp();
        CellColours colours = LogStyle.Colours(level);
        ConsoleState.Console.Write(LogStyle.Prefix(level), colours);
        ConsoleState.Console.WriteLine(text, colours);
        ConsoleState.CloseLine();
    }
}
