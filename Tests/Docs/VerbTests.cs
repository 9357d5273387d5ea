using System;
using System.Linq;
using Xunit;

namespace Docs.Tests;

public class VerbTests
{
    private static readonly Page[] s_pages =
        [.. Tree.Pages.Where(static page => page.Folder is "docs" || page.Path is "README.md" or "CONTRIBUTING.md")];

    [Fact]
    public void EveryVerbIsShown()
    {
        string[] shown = [.. s_pages.SelectMany(Verbs.UsesIn).Select(static words => words.Split(' ')[0])];
        Assert.All(Verbs.All, verb => Assert.Contains(verb.Name, shown));
    }

    [Fact]
    public void EveryOptionIsNamed()
    {
        string[] code = [.. s_pages.SelectMany(static page => page.CodeSpans.Select(static span => span.Text)
            .Concat(page.Blocks.SelectMany(static block => block.Lines)))];
        string[] options = [.. Verbs.All.SelectMany(Verbs.OptionsOf).Distinct()];
        Assert.NotEmpty(options);
        Assert.All(options, option => Assert.Contains(code, line => line.Split(' ', ',').Contains(option)));
    }

    [Fact]
    public void EveryCommandThatIsShownWorks()
    {
        string[] unknown = [.. s_pages.SelectMany(Verbs.UsesIn).Where(static words => !Verbs.Takes(words))];
        Assert.True(unknown.Length == 0, $"./build.sh does not know: {string.Join("; ", unknown)}");
    }
}
