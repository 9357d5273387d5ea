namespace Kernel.Diagnostics;

/// <summary>Runs a function's line program (see <see cref="SymbolFormat"/>).</summary>
internal static class LineProgram
{
    /// <summary>The line of the instruction at an offset from the function's start; 0 where none is known.</summary>
    public static uint Find(in FunctionRecord function, uint offset)
    {
        uint line = function.FirstLine;
        uint row = 0;
        var cursor = new ByteCursor(function.Lines);
        while (line != 0 && TryStep(ref cursor, out uint advance, out int delta) && advance <= offset - row)
        {
            row += advance;
            line = (uint)((int)line + delta);
        }

        return line;
    }

    private static bool TryStep(ref ByteCursor cursor, out uint advance, out int delta)
    {
        advance = 0;
        delta = 0;
        if (!cursor.TryReadByte(out byte opcode))
        {
            return false;
        }

        if (opcode != SymbolFormat.EscapeOpcode)
        {
            advance = ((uint)opcode / SymbolFormat.LineRange) + 1;
            delta = (opcode % SymbolFormat.LineRange) + SymbolFormat.LineBase;
            return true;
        }

        bool complete = cursor.TryReadVarint(out advance) & cursor.TryReadVarint(out uint zigzag);
        delta = (int)(zigzag >> 1) ^ -(int)(zigzag & 1);
        return complete;
    }
}
