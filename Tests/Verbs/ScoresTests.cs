using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using Verbs.Measuring;
using Xunit;

namespace Verbs.Tests;

/// <summary>Figures beside their bars, and what <c>bench</c> says of them.</summary>
public sealed class ScoresTests
{
    [Theory]
    [InlineData(59, "ok", 0)]
    [InlineData(60, "ok", 0)]
    [InlineData(61, "over", 1)]
    public void OnlyWhatIsOverItsBarFails(int value, string verdict, int code)
    {
        (int exitCode, string output, _) = Tell(["fork 60 x"], [Count("fork", value)], [Count("fork", 1)]);
        Assert.Equal($"fork\t{value}\t60\t{verdict}\n", output);
        Assert.Equal(code, exitCode);
    }

    [Theory]
    [InlineData(61, 1)]
    [InlineData(1, 61)]
    public void TheWorseProcessorCounts(int first, int second) => Assert.Equal(
        (1, "fork\t61\t60\tover\n"),
        Said(Tell(["fork 60 x"], [Count("fork", first)], [Count("fork", second)])));

    [Fact]
    public void LinesHaveTheOrderOfTheBars() => Assert.Equal(
        (0, "b\t2\t-\tok\na\t1.5\t1.5\tok\n"),
        Said(Tell(["b - x", "a 1.5 %"], ["figure a 1.5", "figure b 2"], ["figure b 2", "figure a 1.5"])));

    [Fact]
    public void AFigureThatNobodyMeasuredFails()
    {
        (int code, string output, string errors) =
            Tell(["fork 60 x", "lend - x"], [Count("fork", 1)], [Count("fork", 1)]);
        Assert.Equal((1, "fork\t1\t60\tok\n"), (code, output));
        Assert.Contains(
            "error: lend has a bar and was not measured on max and qemu64", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void AFigureThatOneProcessorLacksFails()
    {
        (int code, string output, string errors) = Tell(["fork 60 x"], [Count("fork", 1)], []);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("error: fork has a bar and was not measured on qemu64", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void AFigureWithoutABarFails()
    {
        (int code, string output, string errors) =
            Tell(["fork 60 x"], [Count("fork", 1), Count("frok", 1)], [Count("fork", 1)]);
        Assert.Equal((1, "fork\t1\t60\tok\n"), (code, output));
        Assert.Contains("error: frok was measured and has no bar", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void ACountCanHaveABar() => Assert.Equal(
        (1, "fork\t9\t60\tok\nfork.cr3\t2\t1\tover\n"),
        Said(Tell(["fork 60 x", "fork.cr3 1 writes"], ["figure fork 9 cr3 2 invlpg 0 copied 0"], [Count("fork", 9)])));

    [Theory]
    [InlineData(1000, 1100, "10", "ok")]
    [InlineData(1100, 1000, "10", "ok")]
    [InlineData(1000, 1101, "10.1", "over")]
    [InlineData(1000, 1000, "0", "ok")]
    public void WhatMustBeNearlyEqualIsComparedOnEachProcessor(int a, int b, string spread, string verdict)
    {
        // Between the processors there may be more.
        (_, string output, _) = Tell(
            ["a - x", "b - x", "a-b 10 % spread of a b"],
            [Count("a", a), Count("b", b)],
            [Count("a", 5), Count("b", 5)]);
        Assert.EndsWith($"\na-b\t{spread}\t10\t{verdict}\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutOneOfThemThereIsNoSpread() => Assert.Contains(
        "a-b has a bar and was not measured",
        Tell(["a - x", "a-b 10 % spread of a b"], [Count("a", 1)], [Count("a", 1)]).Errors,
        StringComparison.Ordinal);

    [Fact]
    public void TheTableShowsEveryCountOnEveryProcessor()
    {
        string errors = Tell(
            ["fork - x"], ["figure fork 9 cr3 2 invlpg 3 copied 4"], ["figure fork 8 cr3 5 invlpg 6 copied 7"]).Errors;
        Assert.Matches(@"(?m)^fork +max +9 +2 +3 +4$", errors);
        Assert.Matches(@"(?m)^fork +qemu64 +8 +5 +6 +7$", errors);
    }

    [Fact]
    public void JsonHasEverything()
    {
        Scores scores = Judge(
            ["fork 8 instructions", "lend - x"],
            ["figure fork 9 cr3 2 invlpg 3 copied 4"],
            ["figure fork 8 cr3 5 invlpg 6 copied 7"]);
        using var document = JsonDocument.Parse(FigureJson.Write(scores));
        JsonElement figures = document.RootElement.GetProperty("figures");
        AssertIs(
            """
            {
              "name": "fork", "unit": "instructions", "value": 9, "bar": 8, "verdict": "over",
              "measured": {
                "max": { "value": 9, "cr3": 2, "invlpg": 3, "copied": 4 },
                "qemu64": { "value": 8, "cr3": 5, "invlpg": 6, "copied": 7 }
              }
            }
            """,
            figures[0]);
        AssertIs(
            """{ "name": "lend", "unit": "x", "value": null, "bar": null, "verdict": "missing", "measured": {} }""",
            figures[1]);
        Assert.Single(document.RootElement.GetProperty("complaints").EnumerateArray());
    }

    private static void AssertIs(string expected, JsonElement element)
    {
        using var document = JsonDocument.Parse(expected);
        Assert.Equal(JsonSerializer.Serialize(document.RootElement), JsonSerializer.Serialize(element));
    }

    private static string Count(string name, int value) => $"figure {name} {value} cr3 0 invlpg 0 copied 0";

    private static (int Code, string Output) Said((int Code, string Output, string Errors) told) =>
        (told.Code, told.Output);

    private static Scores Judge(string[] bars, string[] max, string[] qemu64) => Scores.Of(
        BarList.Parse(bars),
        new Dictionary<string, IReadOnlyDictionary<string, Measurement>>
        {
            ["max"] = GuestFigures.Parse(max),
            ["qemu64"] = GuestFigures.Parse(qemu64),
        });

    private static (int Code, string Output, string Errors) Tell(string[] bars, string[] max, string[] qemu64)
    {
        var output = new StringWriter { NewLine = "\n" };
        var errors = new StringWriter { NewLine = "\n" };
        Scores scores = Judge(bars, max, qemu64);
        int code = BenchVerb.Tell(scores, Ratchet.RecordsOf(scores), output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
