using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Docs.Tests;

public class PageTests
{
    [Fact]
    public void LinksLeadSomewhere() => NothingIsFound(Checks.BrokenLinks);

    [Fact]
    public void PathsExist() => NothingIsFound(Checks.MissingPaths);

    [Fact]
    public void QuotationsAreExact()
    {
        NothingIsFound(Checks.WrongQuotations);
        Assert.Contains(Tree.Pages.SelectMany(static page => page.Blocks), static block => block.Source is not null);
    }

    [Fact]
    public void LinesAreShort() => NothingIsFound(Checks.LongLines);

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("docs/README.md")]
    public void ThePagesThatPeopleLookForAreThere(string path) =>
        Assert.Contains(Tree.Pages, page => page.Path == path);

    [Fact]
    public void TheBookListsItsPages()
    {
        Page contents = Tree.Pages.Single(static page => page.Path == "docs/README.md");
        string[] listed = [.. contents.Links.Select(static link => $"docs/{link.Target}")];
        Assert.All(
            Tree.Pages.Where(page => page.Folder == "docs" && page != contents),
            page => Assert.Contains(page.Path, listed));
    }

    [Fact]
    public void TheMapNamesEveryRoom()
    {
        Page start = Tree.Pages.Single(static page => page.Path == "README.md");
        string[] named = [.. start.CodeSpans.Select(static span => span.Text)];
        string[] rooms = [.. Tree.FoldersIn("").Concat(Tree.FoldersIn("Kernel/")).Concat(Tree.FoldersIn("Tests/"))];
        Assert.NotEmpty(rooms);
        Assert.All(rooms, room => Assert.Contains(named, name => name.StartsWith(room, StringComparison.Ordinal)));
    }

    private static void NothingIsFound(Func<Page, IEnumerable<string>> check)
    {
        string[] found = [.. Tree.Pages.SelectMany(check)];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }
}
