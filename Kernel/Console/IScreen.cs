namespace Kernel.Console;

/// <summary>What shows cells: pixels or VGA text.</summary>
public interface IScreen
{
    /// <summary>Shows <paramref name="cell"/>; a place that lies outside the screen is left out.</summary>
    void Draw(int row, int column, Cell cell);
}
