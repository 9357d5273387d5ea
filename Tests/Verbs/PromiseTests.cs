using System.Collections.Generic;
using System.IO;
using Verbs.Testing;
using Xunit;

namespace Verbs.Tests;

/// <summary>The page of what is promised.</summary>
public sealed class PromiseTests
{
    private const string Results = """
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Results>
            <UnitTestResult testId="1" testName="A.B.One" outcome="Passed" />
            <UnitTestResult testId="2" testName="A.B.Two(x: 1)" outcome="Failed" />
            <UnitTestResult testId="3" testName="a name of its own" outcome="Passed" />
          </Results>
          <TestDefinitions>
            <UnitTest id="1"><TestMethod className="A.B" /></UnitTest>
            <UnitTest id="2"><TestMethod className="A.B" /></UnitTest>
            <UnitTest id="3"><TestMethod className="A.Cases" /></UnitTest>
          </TestDefinitions>
        </TestRun>
        """;

    [Fact]
    public void EachPromiseHasTheCountsOfItsTests()
    {
        string page = PromisePage.Write(Promise.ReadAll(["# a word", "", "it works = A.B., A.Cases", "half = Two"]), Read());
        Assert.Contains("| it works | `A.B.`, `A.Cases` | 2 | 1 | 0 |", page);
        Assert.Contains("| half | `Two` | 0 | 1 | 0 |", page);
        Assert.Contains("2 passed, 1 failed, 0 skipped", page);
    }

    [Fact]
    public void APromiseThatNoTestHoldsIsAnError() =>
        Assert.Contains("no test holds 'more'", Assert.Throws<VerbException>(
            static () => PromisePage.Write(Promise.ReadAll(["more = Three"]), Read())).Message);

    [Fact]
    public void ALineThatIsNoPromiseIsAnError() =>
        Assert.Throws<VerbException>(static () => Promise.ReadAll(["only words"]));

    private static IReadOnlyList<TestResult> Read()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Results);
            return TrxFile.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
