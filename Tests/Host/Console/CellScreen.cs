using System.Collections.Generic;
using Kernel.Console;

namespace Kernel.Tests.Host.Console;

/// <summary>A screen that keeps what it is told to draw.</summary>
internal readonly struct CellScreen : IScreen
{
    public CellScreen(int columns, int rows)
    {
        Cells = new Cell[rows, columns];
        for (int i = 0; i < Cells.Length; i++)
        {
            Cells[i / columns, i % columns] = Cell.Blank;
        }
    }

    public Cell[,] Cells { get; }

    public List<(int Row, int Column, Cell Cell)> Drawn { get; } = [];

    public void Draw(int row, int column, Cell cell)
    {
        Cells[row, column] = cell;
        Drawn.Add((row, column, cell));
    }
}
