using System;
using System.Runtime.InteropServices;

namespace Kernel.Console;

/// <summary>Rows of cells, four to a word: comparing and blanking go by words.</summary>
internal static class CellRows
{
    private const int CellsPerWord = sizeof(ulong) / sizeof(ushort);
    private const int BitsPerCell = 16;

    /// <summary>Four blank cells.</summary>
    public static ulong BlankWord => Cell.Blank.Value * 0x0001_0001_0001_0001UL;

    /// <summary>The words of row <paramref name="row"/>, of which <paramref name="columns"/> cells are used.</summary>
    public static Span<ulong> Words(ref CellStore store, int row, int columns)
    {
        Span<ushort> cells = store;
        int whole = (columns + CellsPerWord - 1) & ~(CellsPerWord - 1);
        return MemoryMarshal.Cast<ushort, ulong>(cells.Slice(row * CellStore.MaximumColumns, whole));
    }

    /// <summary>
    /// Draws the cells of a row that differ, and makes <paramref name="shown"/> equal to <paramref name="wanted"/>,
    /// which is not longer.
    /// </summary>
    public static void Draw<TScreen>(ref TScreen screen, int row, ReadOnlySpan<ulong> wanted, Span<ulong> shown)
        where TScreen : struct, IScreen
    {
        shown = shown.Slice(0, wanted.Length);
        for (int i = 0; i < wanted.Length; i++)
        {
            ulong difference = wanted[i] ^ shown[i];
            if (difference != 0)
            {
                shown[i] = wanted[i];
                DrawWord(ref screen, row, i * CellsPerWord, wanted[i], difference);
            }
        }
    }

    private static void DrawWord<TScreen>(ref TScreen screen, int row, int column, ulong word, ulong difference)
        where TScreen : struct, IScreen
    {
        for (; difference != 0; difference >>= BitsPerCell, word >>= BitsPerCell, column++)
        {
            if ((ushort)difference != 0)
            {
                screen.Draw(row, column, new Cell((ushort)word));
            }
        }
    }
}
