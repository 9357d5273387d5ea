namespace Kernel.Tasks;

/// <summary>How urgent a task is: it never changes.</summary>
internal readonly struct Priority
{
    /// <summary>The number of levels.</summary>
    public const int Levels = 8;

    /// <summary>0, the lowest, to 7.</summary>
    internal readonly byte Level;

    /// <summary>All levels that are more urgent, a bit for each.</summary>
    internal readonly byte Above;

    /// <summary>The priority of this level.</summary>
    internal Priority(byte level)
    {
        Level = level;
        Above = (byte)(~1u << level);
    }

    /// <summary>That of the first program.</summary>
    internal static Priority Ordinary => new(4);
}
