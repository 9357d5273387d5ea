using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Symbols.Elf;

namespace Symbols.Dwarf;

/// <summary>
/// The source lines of a linked file's instructions, from .debug_line of DWARF versions 2 to 5 (6.2).
/// </summary>
public sealed class DwarfLines
{
    private readonly ImmutableArray<LineRow> _rows;

    private DwarfLines(IEnumerable<LineRow> rows) => _rows = [.. rows.OrderBy(static row => row.Address)];

    /// <summary>All lines, in the order of their addresses.</summary>
    public ImmutableArray<LineRow> Rows => _rows;

    /// <summary>Reads a file's lines; none where it has no debug information.</summary>
    /// <exception cref="SymbolsException">The debug information is damaged, or of a kind that this reader does not
    /// understand.</exception>
    public static DwarfLines Read(ElfImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var rows = new List<LineRow>();
        var reader = new ByteReader(image.Contents(LineHeader.SectionName), LineHeader.SectionName);
        while (!reader.AtEnd)
        {
            var unit = new ByteReader(reader.Bytes(reader.U32()), LineHeader.SectionName);
            LineHeader header = LineHeader.Read(ref unit, image);
            LineMachine.Run(ref unit, header, rows);
        }

        return new DwarfLines(rows);
    }

    /// <summary>
    /// The lines of the instructions from <paramref name="start"/> up to <paramref name="end"/>, in their order.
    /// </summary>
    public IEnumerable<LineRow> Between(ulong start, ulong end)
    {
        for (int i = FirstFrom(start); i < _rows.Length && _rows[i].Address < end; i++)
        {
            yield return _rows[i];
        }
    }

    private int FirstFrom(ulong address)
    {
        int low = 0;
        int high = _rows.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _rows[middle].Address < address ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
