namespace Kernel.Abi;

/// <summary>
/// How a task names another one: an entry of its own table, and the entry's generation. It means nothing in another
/// task. 0 is none.
/// </summary>
/// <param name="Value">Bits 5 to 0: the entry; bits 30 to 6: how often it was in use, never 0.</param>
public readonly record struct Handle(uint Value)
{
    /// <summary>The number of entries in a task's table.</summary>
    public const int PerTask = 64;

    /// <summary>No handle.</summary>
    public static Handle None => default;

    /// <summary>Whether it is none.</summary>
    public bool IsNone => Value == 0;
}
