namespace Verbs.Mutating;

/// <summary>A small change of the code, and what the tests said to it.</summary>
/// <param name="Number">Which of all mutants.</param>
/// <param name="Room">The changed file's folder.</param>
/// <param name="File">Its name.</param>
/// <param name="Line">The change's first line, from 1.</param>
/// <param name="Before">
/// The whole of the line that was changed, with what is above it where it says little by itself; of many lines, the
/// first and the last with <c>...</c> between them.
/// </param>
/// <param name="After">What it was changed into.</param>
/// <param name="Fate">What the tests said.</param>
public sealed record Mutant(
    int Number, string Room, string File, int Line, string Before, string After, MutantFate Fate)
{
    /// <summary>The change, wherever in the file it is.</summary>
    public string Change => $"{File}: {Before} -> {After}";

    /// <summary>The change and its line.</summary>
    public override string ToString() => $"{File}:{Line}: {Before} -> {After}";
}
