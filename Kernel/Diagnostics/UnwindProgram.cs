using System;

namespace Kernel.Diagnostics;

/// <summary>Runs a function's unwind program (see <see cref="SymbolFormat"/>).</summary>
internal static class UnwindProgram
{
    /// <summary>The rule that holds at an offset from the function's start.</summary>
    public static FrameRule Find(ReadOnlySpan<byte> programs, in FunctionRecord function, uint offset)
    {
        if (!ByteCursor.TryCreate(programs, function.Unwind - SymbolFormat.FirstProgram, out ByteCursor cursor)
            || !cursor.TryReadVarint(out uint rows)
            || !cursor.TryReadVarint(out uint popBytes))
        {
            return FrameRule.Unknown;
        }

        return FindRow(ref cursor, rows, Mirror(function.Epilogues, popBytes, offset));
    }

    private static FrameRule FindRow(ref ByteCursor cursor, uint rows, uint offset)
    {
        FrameRule rule = FrameRule.Unknown;
        uint row = 0;
        for (uint left = rows; left > 0; left--)
        {
            if (!cursor.TryReadVarint(out uint advance)
                || !cursor.TryReadVarint(out uint cfa)
                || !cursor.TryReadVarint(out uint bpSlot)
                || advance > offset - row)
            {
                break;
            }

            row += advance;
            rule = new FrameRule(FrameKind.Call, (cfa & 1) != 0, cfa >> 1, bpSlot);
        }

        return rule;
    }

    private static uint Mirror(ReadOnlySpan<byte> epilogues, uint popBytes, uint offset)
    {
        uint last = 0;
        var cursor = new ByteCursor(epilogues);
        while (cursor.TryReadVarint(out uint advance))
        {
            last += advance;
            if (offset <= last && last - offset <= popBytes)
            {
                return last - offset;
            }
        }

        return offset;
    }
}
