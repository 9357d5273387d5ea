using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Verbs.Mutating;

/// <summary>What a run says of the tests.</summary>
/// <param name="Killed">How many mutants a test noticed.</param>
/// <param name="Unexplained">The survivors that are not in the list.</param>
/// <param name="Explained">Those that are.</param>
public sealed record MutationScore(int Killed, IReadOnlyList<Mutant> Unexplained, IReadOnlyList<Mutant> Explained)
{
    /// <summary>The least share of killed mutants that is good, in percent.</summary>
    public const decimal Bar = 95;

    /// <summary>All mutants that say something.</summary>
    public int All => Killed + Unexplained.Count + Explained.Count;

    /// <summary>The share of killed mutants, in percent; explained survivors count as survivors.</summary>
    public decimal Percent => 100M * Killed / All;

    /// <summary>The score is good enough, and every survivor is explained.</summary>
    public bool IsGood => Percent >= Bar && Unexplained.Count == 0;

    /// <summary>Counts mutants, of which these survivors are explained.</summary>
    /// <exception cref="VerbException">There is none.</exception>
    public static MutationScore Of(IReadOnlyList<Mutant> mutants, IReadOnlySet<string> explained)
    {
        if (mutants.Count == 0)
        {
            throw new VerbException("nothing was mutated", "check the pattern: it is for names of files");
        }
        if (mutants.FirstOrDefault(static mutant => mutant.Fate == MutantFate.Untried) is { } untried)
        {
            throw new VerbException($"{untried} was not tried", "run it again");
        }
        ILookup<bool, Mutant> survivors = mutants.Where(static mutant => mutant.Fate == MutantFate.Survived)
            .ToLookup(mutant => explained.Contains(mutant.Change));
        return new MutationScore(
            mutants.Count(static mutant => mutant.Fate == MutantFate.Killed),
            [.. survivors[false]],
            [.. survivors[true]]);
    }

    /// <summary>The survivors, and the score in the last line.</summary>
    public void Write(TextWriter output)
    {
        foreach (Mutant mutant in Explained)
        {
            output.WriteLine($"explained    {mutant}");
        }
        foreach (Mutant mutant in Unexplained)
        {
            output.WriteLine($"unexplained  {mutant}");
        }
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Killed} of {All} mutants killed: {Percent:0.0} %; ")
            + $"{Explained.Count} survivors explained, {Unexplained.Count} not");
    }
}
