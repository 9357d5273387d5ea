using Verbs.Mutating;
using Xunit;

namespace Verbs.Tests;

/// <summary>What processes that try mutants say, and what it means that one is no more.</summary>
public sealed class HearingTests
{
    private readonly Hearing _hearing = new([7, 8, 9]);

    private MutantFate[] Fates => [.. _hearing.Fates.Values];

    [Fact]
    public void EachMutantIsKilledOrSurvives()
    {
        Say("7", "passed ", "8", "failed A.B:0", "9", "endless A.C:1");
        Assert.Empty(_hearing.Left);
        Assert.Equal([7, 8, 9], _hearing.Fates.Keys);
        Assert.Equal([MutantFate.Survived, MutantFate.Killed, MutantFate.Killed], Fates);
    }

    [Fact]
    public void AMutantThatEndsTheProcessIsKilledAndTheNextOneIsTried()
    {
        Say("7");
        Assert.Equal([MutantFate.Killed], Fates);
        Assert.Equal([8, 9], _hearing.Left);
    }

    [Fact]
    public void AProcessThatEndsBetweenMutantsKillsNone()
    {
        Say("7", "endless A.B:0");
        Assert.Equal([8, 9], _hearing.Left);
    }

    [Fact]
    public void WhatAnotherMutantMayHaveLeftBehindIsTriedAgain()
    {
        Say("7", "passed ", "8", "unsound A.B:0");
        Assert.Equal([8, 9], _hearing.Left);
        Say("8", "passed ", "9", "passed ");
        Assert.Equal([MutantFate.Survived, MutantFate.Survived, MutantFate.Survived], Fates);
    }

    [Theory]
    [InlineData("broken A.B:0")]
    [InlineData("7", "unsound A.B:0")]
    [InlineData("8")]
    [InlineData("A stack overflow")]
    [InlineData]
    public void WithoutAMutantAllTestsMustPass(params string[] lines) =>
        Assert.Throws<VerbException>(() => Say(lines));

    private void Say(params string[] lines)
    {
        foreach (string line in lines)
        {
            _hearing.Hear(line);
        }

        _hearing.End();
    }
}
