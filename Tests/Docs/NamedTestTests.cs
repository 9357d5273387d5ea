using System.Linq;
using Xunit;

namespace Docs.Tests;

public class NamedTestTests
{
    private const string Head = "| bug | what we do | test that shows it |\n|---|---|---|\n";

    [Fact]
    public void ThePageOfKnownBugsNamesTestsThatAreThere()
    {
        Page page = Tree.Pages.Single(static page => page.Path == "docs/known-bugs.md");
        string[] found = [.. NamedTests.Missing(page)];
        Assert.True(found.Length == 0, string.Join('\n', found));
        Assert.True(NamedTests.Rows(page).Count() > 35);
    }

    [Theory]
    [InlineData("| a | b | `RangeBugTests.UnmappingLeavesNothingBehind`, `map: wraps`, `crash: halt` |", 0)]
    [InlineData("| a | b | none: there is one processor |", 0)]
    [InlineData("| a | b | `RangeBugTests.AssertNothingIsLeft` |", 1)]
    [InlineData("| a | b | `RangeBugTests.NoSuchTest`, `NoSuchTests.UnmappingLeavesNothingBehind` |", 2)]
    [InlineData("| a | b | `map: no such case`, `crash: no such deed` |", 2)]
    [InlineData("| a | b | we are sure |", 1)]
    [InlineData("| a | b | `map: wraps` |\n| c | d | we are sure |\n\n" + Head + "| e | f | `map: unwraps` |", 2)]
    public void ATestThatIsNotThereIsFound(string rows, int count) =>
        Assert.Equal(count, NamedTests.Missing(new Page("docs/sample.md", Head + rows)).Count());
}
