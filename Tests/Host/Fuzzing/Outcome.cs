using System;

namespace Kernel.Tests.Host.Fuzzing;

/// <summary>
/// What became of an input, as far as the search for further ones cares: one with a new outcome is kept.
/// </summary>
/// <param name="Result">The parser's error, of whatever type that has; its zero says that the input was taken.</param>
/// <param name="Progress">How far the parser came, or what it found, in any numbers.</param>
internal readonly record struct Outcome(int Result, ulong Progress)
{
    /// <summary>An outcome of a parser that has errors.</summary>
    public static Outcome Of<T>(T error, ulong progress)
        where T : unmanaged, Enum => new(Convert.ToInt32(error), progress);
}
