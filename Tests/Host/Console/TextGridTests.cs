using System.Collections.Generic;
using FsCheck.Fluent;
using Kernel.Console;
using Kernel.Tests.Host.Text;
using Xunit;

namespace Kernel.Tests.Host.Console;

public class TextGridTests
{
    private static readonly Cell s_letter = new((byte)'A', CellColours.Plain);

    [Theory]
    [InlineData(80, 25, 80, 25)]
    [InlineData(1000, 1000, TextGrid.MaximumColumns, TextGrid.MaximumRows)]
    [InlineData(1, 1, 1, 1)]
    public void IsAsLargeAsItCanBe(int columns, int rows, int expectedColumns, int expectedRows)
    {
        var grid = default(TextGrid);
        grid.Reset(columns, rows);
        Assert.Equal((expectedColumns, expectedRows), (grid.Columns, grid.Rows));
        Assert.Empty(Drawn(ref grid));
    }

    [Fact]
    public void DrawsEachCellOnce()
    {
        var grid = default(TextGrid);
        grid.Reset(10, 3);
        grid.Put(s_letter);
        Assert.Equal([(0, 0, s_letter)], Drawn(ref grid));
        Assert.Empty(Drawn(ref grid));
    }

    [Fact]
    public void AScrollDrawsOnlyWhatDiffers()
    {
        var grid = default(TextGrid);
        grid.Reset(10, 3);
        for (int row = 0; row < 3; row++)
        {
            grid.Put(s_letter);
            grid.Put(new Cell((byte)('0' + row), CellColours.Plain));
            if (row < 2)
            {
                grid.NewLine(CellColours.Plain);
            }
        }

        Assert.Equal(6, Drawn(ref grid).Count);
        grid.NewLine(CellColours.Plain);
        Assert.Equal(
            [(0, 1, Digit('1')), (1, 1, Digit('2')), (2, 0, Cell.Blank), (2, 1, Cell.Blank)],
            Drawn(ref grid));
    }

    [Fact]
    public void ScrollsWithoutEnd()
    {
        var grid = default(TextGrid);
        grid.Reset(4, 3);
        var screen = new CellScreen(4, 3);
        for (int line = 0; line < 10 * TextGrid.MaximumRows; line++)
        {
            grid.Put(Digit((char)('0' + (line % 10))));
            grid.NewLine(CellColours.Plain);
            grid.Flush(ref screen);
        }

        Assert.Equal(
            [Digit('8'), Digit('9'), Cell.Blank],
            [screen.Cells[0, 0], screen.Cells[1, 0], screen.Cells[2, 0]]);
    }

    [Fact]
    public void AFullRowWrapsOnlyWhenMoreComes()
    {
        var grid = default(TextGrid);
        grid.Reset(4, 2);
        for (int i = 0; i < 4; i++)
        {
            grid.Put(s_letter);
        }

        Assert.Equal((0, 4), (grid.Row, grid.Column));
        grid.NewLine(CellColours.Plain);
        Assert.Equal((1, 0), (grid.Row, grid.Column));
    }

    [Fact]
    public void IsBlankOutside()
    {
        var grid = default(TextGrid);
        grid.Reset(4, 2);
        Assert.Equal(Cell.Blank, grid[-1, 0]);
        Assert.Equal(Cell.Blank, grid[0, 4]);
        Assert.Equal(Cell.Blank, grid[2, 0]);
    }

    [Fact]
    public void ShowsWhatANaiveTerminalShows()
    {
        var inputs =
            from pieces in Piece.Some
            from columns in Gen.Choose(1, 21)
            from rows in Gen.Choose(1, 7)
            select (pieces, columns, rows);
        Property.Holds(inputs, input =>
        {
            var grid = default(TextGrid);
            grid.Reset(input.columns, input.rows);
            var naive = new NaiveTerminal(input.columns, input.rows);
            var screen = new CellScreen(input.columns, input.rows);
            foreach (Piece piece in input.pieces)
            {
                Write(ref grid, piece);
                naive.Write(piece);
                grid.Flush(ref screen);
                AssertSame(naive, grid, screen);
            }
        });
    }

    private static void AssertSame(NaiveTerminal naive, in TextGrid grid, CellScreen screen)
    {
        Assert.Equal((naive.Row, naive.Column), (grid.Row, grid.Column));
        for (int row = 0; row < grid.Rows; row++)
        {
            for (int column = 0; column < grid.Columns; column++)
            {
                Assert.Equal(naive[row, column], grid[row, column]);
                Assert.Equal(naive[row, column], screen.Cells[row, column]);
            }
        }
    }

    private static void Write(ref TextGrid grid, Piece piece)
    {
        foreach (char character in piece.Text)
        {
            switch (character)
            {
                case '\n':
                    grid.NewLine(piece.Colours);
                    break;
                case '\r':
                    grid.CarriageReturn();
                    break;
                case '\t':
                    grid.Tab();
                    break;
                case '\b':
                    grid.Backspace();
                    break;
                default:
                    grid.Put(new Cell(CodePage437.FromUnicode(character), piece.Colours));
                    break;
            }
        }
    }

    private static Cell Digit(char digit) => new((byte)digit, CellColours.Plain);

    private static List<(int Row, int Column, Cell Cell)> Drawn(ref TextGrid grid)
    {
        var screen = new CellScreen(grid.Columns, grid.Rows);
        grid.Flush(ref screen);
        return screen.Drawn;
    }
}
