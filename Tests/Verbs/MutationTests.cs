using System;
using System.IO;
using System.Linq;
using Verbs.Mutating;
using Xunit;

namespace Verbs.Tests;

/// <summary>The verdict of <c>mutate</c>, from Stryker's report and the list of explained survivors.</summary>
public sealed class MutationTests
{
    private static readonly string[] s_list = ["# Comment", "A.cs: a = b + 1; -> a = b - 1;", "  Nobody can tell.", ""];

    private static string Report(params string[] statuses)
    {
        string mutants = string.Join(',', statuses.Select(static status => $$"""
            { "id": "1", "mutatorName": "Arithmetic", "replacement": "b - 1", "status": "{{status}}",
              "location": { "start": { "line": 2, "column": 7 }, "end": { "line": 2, "column": 12 } } }
            """));
        return $$"""{ "files": { "/a/b/A.cs": { "source": "x\n  a = b + 1;\n", "mutants": [{{mutants}}] } } }""";
    }

    private static MutationScore Score(string[] list, params string[] statuses) =>
        MutationScore.Of(MutationReport.Parse(Report(statuses)), Survivors.Parse(list));

    [Fact]
    public void AMutantIsCutFromItsSource() =>
        Assert.Equal(
            "A.cs:2: a = b + 1; -> a = b - 1;", Assert.Single(MutationReport.Parse(Report("Killed"))).ToString());

    [Fact]
    public void OfLongCodeBeginningAndEndAreShown()
    {
        Mutant mutant = Assert.Single(MutationReport.Parse("""
            { "files": { "A.cs": { "source": "if (a) // b\n{\n  b();\n} // c\n", "mutants": [
                { "replacement": "{}", "status": "Killed",
                  "location": { "start": { "line": 2, "column": 1 }, "end": { "line": 4, "column": 2 } } }] } } }
            """));
        Assert.Equal("A.cs:2: { ... } // c -> {} // c", mutant.ToString());
    }

    [Theory]
    [InlineData("Killed", 1, 1)]
    [InlineData("Timeout", 1, 1)]
    [InlineData("Survived", 0, 1)]
    [InlineData("NoCoverage", 0, 1)]
    [InlineData("CompileError", 0, 0)]
    [InlineData("Ignored", 0, 0)]
    public void WhatDoesNotSurviveWasKilledOrSaysNothing(string status, int killed, int all)
    {
        MutationScore score = Score([], "Killed", status);
        Assert.Equal((killed + 1, all + 1), (score.Killed, score.All));
    }

    [Fact]
    public void AMutantThatWasNotTriedIsAFailure() =>
        Assert.Throws<VerbException>(static () => MutationReport.Parse(Report("Pending")));

    [Fact]
    public void NoMutantAtAllIsAFailure() => Assert.Throws<VerbException>(static () => Score([], "Ignored"));

    [Fact]
    public void ASurvivorMustBeExplained()
    {
        string[] statuses = [.. Enumerable.Repeat("Killed", 9), "Survived"];
        Assert.False(Score([], statuses).IsGood);
        Assert.True(Score(s_list, statuses).IsGood);
    }

    [Fact]
    public void ExplainedSurvivorsCountInTheScore()
    {
        MutationScore score = Score(s_list, [.. Enumerable.Repeat("Killed", 8), "Survived"]);
        Assert.False(score.IsGood);
        var output = new StringWriter();
        score.Write(output);
        Assert.Equal(
            [
                "explained    A.cs:2: a = b + 1; -> a = b - 1;",
                "8 of 9 mutants killed: 88.9 %; 1 survivors explained, 0 not",
            ],
            output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("A.cs: b -> c")]
    [InlineData("A.cs: b -> c", "A.cs: d -> e", "  Only this one.")]
    [InlineData("  Of what?")]
    public void AListWithGapsIsRefused(params string[] lines) =>
        Assert.Throws<VerbException>(() => Survivors.Parse(lines));

    [Fact]
    public void TheTreesListIsInOrder() =>
        Assert.NotEmpty(Survivors.Read(
            Path.Combine(Repository.Find().Root, "Tests", "Host", "Memory", "survivors.txt")));

    [Fact]
    public void AMissingReportIsOneLine() =>
        Assert.Throws<VerbException>(static () =>
            MutationReport.Read(Path.Combine(Path.GetTempPath(), "no", "report.json")));
}
