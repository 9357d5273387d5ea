using System;
using System.Collections.Generic;
using Verbs.Measuring;
using Xunit;

namespace Verbs.Tests;

/// <summary>The list of bars.</summary>
public sealed class BarListTests
{
    [Fact]
    public void ALineIsNameBarAndUnit()
    {
        Bar bar = Assert.Single(BarList.Parse(["# a comment", "", "fork   60.5\tinstructions   # why"]));
        Assert.Equal(("fork", 60.5m, "instructions"), (bar.Name, bar.Limit, bar.Unit));
        Assert.Empty(bar.SpreadOf);
    }

    [Fact]
    public void ADashLetsEveryValuePass() => Assert.Null(BarList.Parse(["fork - instructions"])[0].Limit);

    [Fact]
    public void ASpreadNamesWhatItCompares() =>
        Assert.Equal(["a", "b", "c"], BarList.Parse(["fork-spread 10 % spread of a b c"])[0].SpreadOf);

    [Theory]
    [InlineData("fork")]
    [InlineData("fork 60")]
    [InlineData("fork sixty instructions")]
    [InlineData("fork -60 instructions")]
    [InlineData("fork 1,500 instructions")]
    [InlineData("fork 60 instructions each")]
    [InlineData("fork-spread 10 % spread of a")]
    [InlineData("fork-spread 10 instructions spread of a b")]
    public void WhatIsNotUnderstoodIsTold(string line) => Refuse([line], line);

    [Fact]
    public void TwoBarsForOneFigureAreTold() => Refuse(["fork 1 x", "fork 2 x"], "two bars for fork");

    [Fact]
    public void NoBarsAtAllAreTold() => Refuse(["# nothing"], "empty");

    [Fact]
    public void AFileThatIsNotThereIsTold() =>
        Assert.Contains("/no/bars.txt", Refused(() => BarList.Read("/no/bars.txt")), StringComparison.Ordinal);

    [Fact]
    public void TheListOfThisTreeIsUnderstood() => Assert.NotEmpty(BarList.Read(Repository.Find().Bars));

    private static void Refuse(IEnumerable<string> lines, string words) =>
        Assert.Contains(words, Refused(() => BarList.Parse(lines)), StringComparison.Ordinal);

    private static string Refused(Func<object> action) => Assert.Throws<VerbException>(action).Message;
}
