namespace UserPrograms;

/// <summary>What a program must not do.</summary>
/// <param name="Name">Its label in misdeeds.asm.</param>
/// <param name="Vector">The exception that ends it (Intel SDM vol. 3, table 6-1), or <see cref="Never"/>.</param>
internal readonly record struct Misdeed(string Name, int Vector)
{
    /// <summary>It goes on for ever: no crime, but somebody has to end it.</summary>
    internal const int Never = -1;
}
