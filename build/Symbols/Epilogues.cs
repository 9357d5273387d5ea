using System.Collections.Immutable;

namespace Symbols;

/// <summary>Where a function takes down its frame.</summary>
/// <param name="PopBytes">The length of the instructions that pop what the prologue pushed.</param>
/// <param name="Ends">The offsets of the final instructions (<c>ret</c>, or a <c>jmp</c> to another function),
/// ascending.</param>
public sealed record Epilogues(uint PopBytes, ImmutableArray<uint> Ends)
{
    /// <summary>There is none.</summary>
    public static Epilogues None { get; } = new(0, []);
}
