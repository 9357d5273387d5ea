using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Kernel.Tests.Model;

/// <summary>The model without one thing that the kernel does, each in turn: the search finds out.</summary>
public sealed partial class MutantTests
{
    // The smallest in which all are found.
    private static readonly Bounds s_bounds = new(Tasks: 3, Entries: 2, Forks: 2, Gifts: 1, Edits: 0, HasTurns: true);

    public static TheoryData<string> Mutants =>
        [.. MutantName().Matches(Spin.Source).Select(static match => match.Value).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Mutants))]
    public void WhatIsLeftOutIsMissed(string mutant)
    {
        Search search = Search.Run(s_bounds, hasManyStates: false, $"-D{mutant}");
        Assert.True(search.Errors == 1, search.Output);
    }

    [Fact]
    public void NothingIsMissedWhereNothingIsLeftOut()
    {
        Search search = Search.Run(s_bounds, hasManyStates: false);
        Assert.True(search.Errors == 0 && search.IsWhole, search.Output);
    }

    [GeneratedRegex("MUTANT_[A-Z_]+")]
    private static partial Regex MutantName();
}
