using System;

namespace Kernel.Console;

/// <summary>
/// The screen as a grid of cells in memory, with a cursor. Rows lie in a ring, so scrolling moves none of them; what
/// the screen shows is remembered, so only cells that differ are drawn, and slow video memory is never read.
/// </summary>
public struct TextGrid
{
    /// <summary>The most columns that are used of a wider screen.</summary>
    public const int MaximumColumns = CellStore.MaximumColumns;

    /// <summary>The most rows that are used of a higher screen.</summary>
    public const int MaximumRows = CellStore.MaximumRows;

    private const int TabWidth = 8;

    private CellStore _cells;
    private CellStore _shown;
    private int _top;
    private int _dirtyStart;
    private int _dirtyEnd;

    /// <summary>Cells in a row; 0 before <see cref="Reset"/>.</summary>
    public int Columns { get; private set; }

    /// <summary>Rows; 0 before <see cref="Reset"/>.</summary>
    public int Rows { get; private set; }

    /// <summary>The cursor's row, from 0 at the top.</summary>
    public int Row { get; private set; }

    /// <summary>
    /// The cursor's column, from 0; equal to <see cref="Columns"/> after a full row, which wraps only when more comes.
    /// </summary>
    public int Column { get; private set; }

    /// <summary>
    /// Makes the grid blank and so large, or as large as it can be, but of one cell at least; the screen is blank too.
    /// Comes before anything is put.
    /// </summary>
    public void Reset(int columns, int rows)
    {
        Columns = Math.Min(columns, MaximumColumns);
        Rows = Math.Min(rows, MaximumRows);
        Row = Column = _top = _dirtyStart = _dirtyEnd = 0;
        for (int row = 0; row < Rows; row++)
        {
            CellRows.Words(ref _cells, row, Columns).Fill(CellRows.BlankWord);
            CellRows.Words(ref _shown, row, Columns).Fill(CellRows.BlankWord);
        }
    }

    /// <summary>The cell at a place inside the grid, as it is wanted; blank outside.</summary>
    public readonly Cell this[int row, int column] =>
        (uint)row < (uint)Rows && (uint)column < (uint)Columns
            ? new Cell(_cells[(RingRow(row) * MaximumColumns) + column])
            : Cell.Blank;

    /// <summary>Puts a cell at the cursor, which moves on.</summary>
    public void Put(Cell cell)
    {
        if (Column == Columns)
        {
            Advance();
        }

        _cells[(RingRow(Row) * MaximumColumns) + Column] = cell.Value;
        MarkDirty(Row, Row + 1);
        Column++;
    }

    /// <summary>
    /// Moves to the start of the next row. A background that is not black is drawn to the end of this one.
    /// </summary>
    public void NewLine(CellColours colours)
    {
        var blank = new Cell((byte)' ', colours);
        while (colours.Background != Colour.Black && Column < Columns)
        {
            Put(blank);
        }

        Advance();
    }

    /// <summary>Moves to the start of the row.</summary>
    public void CarriageReturn() => Column = 0;

    /// <summary>
    /// Moves to the next multiple of 8 columns, at the most to the end of the row; cells stay as they are.
    /// </summary>
    public void Tab() => Column = Math.Min((Column + TabWidth) & ~(TabWidth - 1), Columns);

    /// <summary>Moves one cell back, but not to another row; the cell stays as it is.</summary>
    public void Backspace() => Column -= Column > 0 ? 1 : 0;

    /// <summary>Draws every cell that differs from what <paramref name="screen"/> shows.</summary>
    public void Flush<TScreen>(ref TScreen screen)
        where TScreen : struct, IScreen
    {
        for (int row = _dirtyStart; row < _dirtyEnd; row++)
        {
            CellRows.Draw(
                ref screen,
                row,
                CellRows.Words(ref _cells, RingRow(row), Columns),
                CellRows.Words(ref _shown, row, Columns));
        }

        _dirtyStart = _dirtyEnd = 0;
    }

    private void Advance()
    {
        Column = 0;
        if (Row + 1 < Rows)
        {
            Row++;
            return;
        }

        CellRows.Words(ref _cells, _top, Columns).Fill(CellRows.BlankWord);
        _top = RingRow(1);
        MarkDirty(0, Rows);
    }

    private readonly int RingRow(int row) => _top + row < Rows ? _top + row : _top + row - Rows;

    private void MarkDirty(int start, int end)
    {
        bool clean = _dirtyStart == _dirtyEnd;
        _dirtyStart = clean || start < _dirtyStart ? start : _dirtyStart;
        _dirtyEnd = clean || end > _dirtyEnd ? end : _dirtyEnd;
    }
}
