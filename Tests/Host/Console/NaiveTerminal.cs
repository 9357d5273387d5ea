using System;
using System.Collections.Generic;
using Kernel.Console;

namespace Kernel.Tests.Host.Console;

/// <summary>
/// What a terminal shows, the simple way: every row that ever was is kept, and a window slides over them.
/// </summary>
internal sealed class NaiveTerminal(int columns, int rows)
{
    private readonly List<Cell[]> _history = [BlankRow(columns)];
    private int _column;

    public int Row => Math.Min(_history.Count, rows) - 1;

    public int Column => _column;

    public Cell this[int row, int column]
    {
        get
        {
            int index = Math.Max(0, _history.Count - rows) + row;
            return index < _history.Count ? _history[index][column] : Cell.Blank;
        }
    }

    public void Write(Piece piece)
    {
        foreach (char character in piece.Text)
        {
            Write(character, piece.Colours);
        }
    }

    private void Write(char character, CellColours colours)
    {
        switch (character)
        {
            case '\n':
                Array.Fill(_history[^1], new Cell((byte)' ', colours), _column, TailToPaint(colours));
                StartRow();
                break;
            case '\r':
                _column = 0;
                break;
            case '\t':
                _column = Math.Min(columns, ((_column / 8) + 1) * 8);
                break;
            case '\b':
                _column = Math.Max(0, _column - 1);
                break;
            default:
                Put(new Cell(CodePage437.FromUnicode(character), colours));
                break;
        }
    }

    private int TailToPaint(CellColours colours) => colours.Background == Colour.Black ? 0 : columns - _column;

    private void Put(Cell cell)
    {
        if (_column == columns)
        {
            StartRow();
        }

        _history[^1][_column++] = cell;
    }

    private void StartRow()
    {
        _history.Add(BlankRow(columns));
        _column = 0;
    }

    private static Cell[] BlankRow(int columns)
    {
        var row = new Cell[columns];
        Array.Fill(row, Cell.Blank);
        return row;
    }
}
