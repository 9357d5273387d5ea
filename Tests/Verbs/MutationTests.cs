using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Verbs.Mutating;
using Xunit;

namespace Verbs.Tests;

/// <summary>The verdict of <c>mutate</c>, from Stryker's report and the list of explained survivors.</summary>
public sealed class MutationTests
{
    private static readonly string[] s_list =
        ["# Comment", "A.cs: after = b + 1; -> after = b - 1;", "  Nobody can tell.", ""];

    private static string Report(params string[] statuses)
    {
        string mutants = string.Join(',', statuses.Select(static status => $$"""
            { "id": "1", "mutatorName": "Arithmetic", "replacement": "b - 1", "status": "{{status}}",
              "location": { "start": { "line": 2, "column": 11 }, "end": { "line": 2, "column": 16 } } }
            """));
        return $$"""{ "files": { "/a/b/A.cs": { "source": "x\n  after = b + 1;\n", "mutants": [{{mutants}}] } } }""";
    }

    private static IReadOnlyList<Mutant> Parse(params string[] statuses) => MutationReport.Parse(Report(statuses));

    private static MutationScore Score(string[] list, params IEnumerable<MutantFate> fates) => MutationScore.Of(
        [.. fates.Select(static fate => Assert.Single(Parse("NoCoverage")) with { Fate = fate })],
        Survivors.Parse(list));

    [Fact]
    public void AMutantIsCutFromItsSource() =>
        Assert.Equal(
            "A.cs:2: after = b + 1; -> after = b - 1;",
            Assert.Single(Parse("NoCoverage")).ToString());

    [Theory]
    [InlineData("if (a) // b\n{\n  b();\n} // c", 2, 1, 4, 2, "{}", "if (a) // b ... } // c -> if (a) // b {} // c")]
    [InlineData("if (a)\n{\n\n  return;\n}", 4, 3, 4, 10, ";", "if (a) ... return; -> if (a) ... ;")]
    [InlineData("if (a)\n{\n  return b;\n}", 3, 10, 3, 11, "c", "if (a) { return b; -> if (a) { return c;")]
    [InlineData("if (a)\n{\n  return a + b + c;\n}", 3, 10, 3, 11, "d", "return a + b + c; -> return d + b + c;")]
    [InlineData("{\n}", 1, 1, 2, 2, "{}", "{ } -> {}")]
    public void CodeThatSaysLittleIsShownWithWhatIsAboveIt(
        string source, int line, int column, int lastLine, int lastColumn, string replacement, string expected)
    {
        string json = JsonSerializer.Serialize(source);
        Mutant mutant = Assert.Single(MutationReport.Parse($$"""
            { "files": { "a/A.cs": { "source": {{json}}, "mutants": [
                { "id": "1", "replacement": "{{replacement}}", "status": "NoCoverage", "location": {
                  "start": { "line": {{line}}, "column": {{column}} },
                  "end": { "line": {{lastLine}}, "column": {{lastColumn}} } } }] } } }
            """));
        Assert.Equal($"A.cs: {expected}", mutant.Change);
    }

    [Theory]
    [InlineData("Survived", 1)]
    [InlineData("NoCoverage", 1)]
    [InlineData("CompileError", 0)]
    [InlineData("Ignored", 0)]
    public void WhatDoesNotCompileOrIsNotAskedForIsNoMutant(string status, int count)
    {
        IReadOnlyList<Mutant> mutants = Parse(status);
        Assert.Equal(count, mutants.Count);
        Assert.All(mutants, static mutant => Assert.Equal(
            (1, "b", MutantFate.Untried), (mutant.Number, mutant.Room, mutant.Fate)));
    }

    [Fact]
    public void AReportWithoutAnEndIsAFailure() => Assert.Throws<VerbException>(static () => Parse("Pending"));

    [Fact]
    public void NoMutantAtAllIsAFailure() => Assert.Throws<VerbException>(static () => Score([]));

    [Fact]
    public void AnUntriedMutantIsAFailure() => Assert.Throws<VerbException>(static () =>
        Score([], MutantFate.Killed, MutantFate.Untried));

    [Fact]
    public void ASurvivorMustBeExplained()
    {
        MutantFate[] fates = [.. Enumerable.Repeat(MutantFate.Killed, 19), MutantFate.Survived];
        Assert.False(Score([], fates).IsGood);
        Assert.True(Score(s_list, fates).IsGood);
    }

    [Fact]
    public void ExplainedSurvivorsCountInTheScore()
    {
        MutationScore score = Score(s_list, [.. Enumerable.Repeat(MutantFate.Killed, 18), MutantFate.Survived]);
        Assert.False(score.IsGood);
        var output = new StringWriter();
        score.Write(output);
        Assert.Equal(
            [
                "explained    A.cs:2: after = b + 1; -> after = b - 1;",
                "18 of 19 mutants killed: 94.7 %; 1 survivors explained, 0 not",
            ],
            output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("A.cs: b -> c")]
    [InlineData("A.cs: b -> c", "A.cs: d -> e", "  Only this one.")]
    [InlineData("  Of what?")]
    public void AListWithGapsIsRefused(params string[] lines) =>
        Assert.Throws<VerbException>(() => Survivors.Parse(lines));

    public static TheoryData<MutatedRoom> Rooms => [.. MutatedRoom.All];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void EveryRoomHasItsFilesItsTestsAndItsList(MutatedRoom room)
    {
        Repository repository = Repository.Find();
        Assert.True(Directory.Exists(Path.Combine(repository.Root, "Kernel", room.Name)));
        Assert.All(room.Tests, folder =>
            Assert.NotEmpty(Directory.GetFiles(Path.Combine(repository.Root, "Tests", "Host", folder), "*Tests.cs")));
        Assert.All(
            Survivors.Read(room.SurvivorsIn(repository)), static survivor => Assert.Contains(" -> ", survivor));
    }

    [Fact]
    public void TheListsAreThoseOfRooms()
    {
        Repository repository = Repository.Find();
        Assert.Equal(
            MutatedRoom.All.Select(room => room.SurvivorsIn(repository)).Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(repository.Root, "Tests", "Host", "Survivors"))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OnlySuchFilesOfTheRoomsAreChanged()
    {
        using JsonDocument config = JsonDocument.Parse(
            MutatedRoom.ConfigFor([new MutatedRoom("R", "A"), new MutatedRoom("S", "B")], "C*.cs"));
        JsonElement settings = config.RootElement.GetProperty("stryker-config");
        Assert.Equal(
            ["**/Kernel/R/**/C*.cs", "**/Kernel/S/**/C*.cs"],
            settings.GetProperty("mutate").EnumerateArray().Select(static glob => glob.GetString()));
    }

    [Fact]
    public void AMissingReportIsOneLine() =>
        Assert.Throws<VerbException>(static () =>
            MutationReport.Read(Path.Combine(Path.GetTempPath(), "no", "report.json")));
}
