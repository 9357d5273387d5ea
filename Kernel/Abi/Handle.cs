namespace Kernel.Abi;

/// <summary>
/// How a task names another one: an entry of its own table, and the entry's generation. It means nothing in another
/// task. 0 is none.
/// </summary>
/// <param name="Value">Bits 11 to 0: the entry; bits 30 to 12: which of the table's handles it is, never 0.</param>
public readonly record struct Handle(uint Value)
{
    /// <summary>The most entries that a task's table can have; the first is never used.</summary>
    public const int PerTask = 4096;

    /// <summary>No handle.</summary>
    public static Handle None => default;

    /// <summary>Whether it is none.</summary>
    public bool IsNone => Value == 0;
}
