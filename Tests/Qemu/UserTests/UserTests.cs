using System;
using System.Linq;
using Machines;
using UserPrograms;
using Xunit;

namespace QemuTests.UserTests;

/// <summary>The cases of UserPrograms/UserTests, a result of each.</summary>
public sealed class UserTests
{
    private static readonly string[] s_processors = ["max", "qemu64"];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string processor in s_processors)
            {
                foreach (string name in UserTestRun.NamesOf(CaseNames.All))
                {
                    cases.Add(processor, name);
                }
            }

            return cases;
        }
    }

    public static TheoryData<string> PlantedCases => [.. UserTestRun.NamesOf(CaseNames.Planted)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheCasePasses(string processor, string name) =>
        Assert.Equal(["passed"], UserTestRun.Of(processor, "").Results[name]);

    [Theory]
    [InlineData("max")]
    [InlineData("qemu64")]
    public void NoCaseRunsThatIsNotListed(string processor)
    {
        UserTestRun run = UserTestRun.Of(processor, "");
        Assert.Equal(
            UserTestRun.NamesOf(CaseNames.All).Append("warm-up").Order(StringComparer.Ordinal),
            run.Results.Select(static result => result.Key).Order(StringComparer.Ordinal));
        run.Boot.ExpectPassed();
    }

    [Theory]
    [InlineData("max")]
    [InlineData("qemu64")]
    public void TextOfTwoPagesIsPrintedAsOne(string processor) =>
        Assert.Contains("usertests: these words lie on two pages", UserTestRun.Of(processor, "").Boot.Lines);

    [Theory]
    [MemberData(nameof(PlantedCases))]
    public void AFaultThatIsPlantedIsFound(string name)
    {
        UserTestRun run = UserTestRun.Of("max", ",planted");
        Assert.NotEmpty(run.Results[name]);
        Assert.All(run.Results[name], static result => Assert.StartsWith("failed: ", result, StringComparison.Ordinal));
        Assert.Equal(GuestVerdict.Failed, run.Boot.Verdict);
    }

    [Theory]
    [InlineData("planted: a page stays", "failed: free frames ")]
    [InlineData("planted: a task stays", "failed: free frames ")]
    [InlineData("planted: an expectation", "failed: not so: two and two are five")]
    [InlineData("planted: a trap", "failed: it was stopped by exception 14")]
    [InlineData("planted: a register changes", "failed: RBX")]
    [InlineData("planted: a secret is seen", "failed: what was planted has some of the secret")]
    public void WhatIsWrongIsSaid(string name, string words) => Assert.Contains(
        UserTestRun.Of("max", ",planted").Results[name],
        result => result.StartsWith(words, StringComparison.Ordinal));
}
