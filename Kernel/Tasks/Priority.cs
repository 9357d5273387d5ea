namespace Kernel.Tasks;

/// <summary>How urgent a task is: it never changes.</summary>
/// <param name="Level">0, the lowest, to 7.</param>
internal readonly record struct Priority(byte Level)
{
    /// <summary>The number of levels.</summary>
    public const int Levels = 8;

    /// <summary>That of the first program.</summary>
    internal static Priority Ordinary => new(4);
}
