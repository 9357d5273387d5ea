using Kernel.Diagnostics;
using Symbols.Dwarf;

namespace Symbols.Tables;

/// <summary>Makes line programs.</summary>
internal static class LineEncoder
{
    /// <summary>The program of a function whose first line is known already.</summary>
    public static byte[] Encode(KernelFunction function)
    {
        var bytes = new TableBytes();
        (ulong at, uint line) = (function.Start, function.Lines.IsEmpty ? 0 : function.Lines[0].Line);
        foreach (LineRow row in function.Lines)
        {
            if (row.Line != line)
            {
                AddStep(bytes, (uint)(row.Address - at), (int)row.Line - (int)line);
                (at, line) = (row.Address, row.Line);
            }
        }

        return bytes.ToArray();
    }

    private static void AddStep(TableBytes bytes, uint advance, int delta)
    {
        long column = delta - SymbolFormat.LineBase;
        long opcode = ((advance - 1L) * SymbolFormat.LineRange) + column;
        if (column is >= 0 and < SymbolFormat.LineRange && opcode is >= 0 and < SymbolFormat.EscapeOpcode)
        {
            bytes.AddByte((byte)opcode);
            return;
        }

        bytes.AddByte(SymbolFormat.EscapeOpcode);
        bytes.AddVarint(advance);
        bytes.AddVarint((uint)((delta << 1) ^ (delta >> 31)));
    }
}
