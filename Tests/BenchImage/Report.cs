using System;
using Kernel.Console;
using Kernel.Metal;
using Kernel.Text;

namespace Kernel.Bench;

/// <summary>
/// A line for each figure on the serial port, <c>figure NAME VALUE cr3 N invlpg N</c>, without a stamp. The verb
/// <c>bench</c> reads them; the counts are missing where the value is none of instructions.
/// </summary>
internal static unsafe class Report
{
    private const int Repetitions = 16;
    private const int LongestLine = 128;

    /// <summary>
    /// Measures an operation again and again, after once for nothing, and writes its figure. Panics where it does not
    /// cost the same each time: nothing in the guest may vary.
    /// </summary>
    internal static void Write<TOperation>()
        where TOperation : struct, IOperation
    {
        Span<byte> space = stackalloc byte[LongestLine];
        TextBuffer line = Begin(space, TOperation.Name);
        if (!TryMeasure<TOperation>(out Measured measured))
        {
            line.Append("does not cost the same each time"u8);
            Panic.Stop(line.Text);
        }

        Workspace.Clear();
        AppendCounts(ref line, measured);
        End(in line);
    }

    /// <summary>Appends a figure's value and the counts beside it.</summary>
    internal static void AppendCounts(ref TextBuffer line, Measured measured)
    {
        line.AppendDecimal(measured.Instructions);
        line.Append(" cr3 "u8);
        line.AppendDecimal(measured.RootWrites);
        line.Append(" invlpg "u8);
        line.AppendDecimal(measured.Invalidations);
    }

    /// <summary>A line for a figure up to its value.</summary>
    internal static TextBuffer Begin(Span<byte> space, ReadOnlySpan<byte> name)
    {
        var line = new TextBuffer(space);
        line.Append("figure "u8);
        line.Append(name);
        line.Append(' ');
        return line;
    }

    /// <summary>Writes a line that <see cref="Begin"/> began.</summary>
    internal static void End(ref readonly TextBuffer line) =>
        ConsoleState.Console.WriteLine(line.Text, CellColours.Plain);

    private static bool TryMeasure<TOperation>(out Measured measured)
        where TOperation : struct, IOperation
    {
        _ = MeasureOnce<TOperation>();
        measured = MeasureOnce<TOperation>();
        bool isSame = true;
        for (int i = 1; i < Repetitions; i++)
        {
            isSame &= MeasureOnce<TOperation>() == measured;
        }

        return isSame;
    }

    private static Measured MeasureOnce<TOperation>()
        where TOperation : struct, IOperation
    {
        TOperation.Prepare();
        Measured measured = Meter.Measure(&TOperation.Run);
        TOperation.Finish();
        return measured;
    }
}
