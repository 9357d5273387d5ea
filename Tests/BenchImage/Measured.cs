namespace Kernel.Bench;

/// <summary>
/// What an operation costs. What it copies is among its instructions: there is no iteration of a <c>rep</c> instruction
/// to count, and Tests/Gates/RepeatTests.cs keeps it so.
/// </summary>
/// <param name="Instructions">
/// Executed instructions, those of the operation's own call and return not among them.
/// </param>
/// <param name="RootWrites">Writes of CR3 among them.</param>
/// <param name="Invalidations">INVLPG among them.</param>
internal readonly record struct Measured(ulong Instructions, ulong RootWrites, ulong Invalidations)
{
    /// <summary>The same cost. Written out, because the compiler's own would call a comparer each time.</summary>
    public bool Equals(Measured other) =>
        Instructions == other.Instructions
        && RootWrites == other.RootWrites
        && Invalidations == other.Invalidations;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Instructions;
}
