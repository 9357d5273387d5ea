using System;
using System.IO;
using System.Linq;
using Verbs.Testing;
using Xunit;

namespace Verbs.Tests;

/// <summary>The last line of <c>test</c>.</summary>
public sealed class TestCountTests
{
    private static TestCounts Count(params string[] outcomes)
    {
        string file = Path.GetTempFileName();
        try
        {
            string results = string.Concat(outcomes.Select(outcome => $"<UnitTestResult outcome=\"{outcome}\"/>"));
            File.WriteAllText(
                file,
                $"<TestRun xmlns=\"http://microsoft.com/schemas/VisualStudio/TeamTest/2010\"><Results>{results}</Results></TestRun>");
            return TrxFile.Count(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void WithoutSkippedTestsTheLineHasTwoNumbers() =>
        Assert.Equal("2 passed, 1 failed", Count("Passed", "Failed", "Passed").ToString());

    [Fact]
    public void SkippedTestsAreSaidAndNeverPassed() =>
        Assert.Equal("1 passed, 0 failed, 2 skipped", Count("NotExecuted", "Passed", "NotExecuted").ToString());

    [Theory]
    [InlineData("Error")]
    [InlineData("Timeout")]
    [InlineData("Aborted")]
    [InlineData("SomethingNew")]
    public void WhateverIsNotAPassIsAFailure(string outcome) => Assert.Equal(new TestCounts(0, 1, 0), Count(outcome));

    [Fact]
    public void ProjectsAddUp() =>
        Assert.Equal(new TestCounts(11, 22, 33), new TestCounts(1, 2, 3) + new TestCounts(10, 20, 30));

    [Theory]
    [InlineData(3, 0, 1, true)]
    [InlineData(3, 1, 0, false)]
    [InlineData(0, 0, 0, false)]
    [InlineData(0, 0, 5, false)]
    public void OnlyARunThatPassedSomethingIsGood(int passed, int failed, int skipped, bool good) =>
        Assert.Equal(good, new TestCounts(passed, failed, skipped).IsGood);

    [Fact]
    public void ADamagedFileIsOneLine()
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, "<TestRun>");
        Assert.Contains(file, Assert.Throws<VerbException>(() => TrxFile.Count(file)).Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public void ATestProcessThatDiedCountsAsAFailure()
    {
        var errors = new StringWriter();
        Assert.Equal(new TestCounts(5, 1, 0), TestVerb.Judge(new TestCounts(5, 0, 0), exitCode: 1, errors));
        Assert.Contains("code 1", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 0, 0)]
    [InlineData(5, 2, 1)]
    public void HonestRunsAreLeftAlone(int passed, int failed, int exitCode)
    {
        var errors = new StringWriter();
        var counts = new TestCounts(passed, failed, 0);
        Assert.Equal(counts, TestVerb.Judge(counts, exitCode, errors));
        Assert.Empty(errors.ToString());
    }
}
