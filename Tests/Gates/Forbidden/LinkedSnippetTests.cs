using Xunit;

namespace Kernel.Tests.Gates.Forbidden;

/// <summary>What compiles, and needs what the kernel does not have, does not link.</summary>
public class LinkedSnippetTests
{
    [Fact]
    public void WhatIsAllowedCompilesAndLinks()
    {
        using var snippet = new Snippet("Span<int> four = stackalloc int[4]; return four[argument & 3] + s_number;");
        Assert.Equal("", snippet.CompileToIl());
        Assert.Equal("", snippet.CompileToObject());
        Assert.Empty(snippet.MissingSymbols());
    }

    [Theory]
    [InlineData("s_kept = new Thing(); return s_kept.Value;", "RhpNewFast")]
    [InlineData("s_numbers = new int[argument]; return s_numbers.Length;", "RhpNewArrayFast")]
    public void TheLinkerRefuses(string body, string symbol)
    {
        using var snippet = new Snippet(body);
        Assert.Equal("", snippet.CompileToIl());
        Assert.Equal("", snippet.CompileToObject());
        Assert.Contains(symbol, snippet.MissingSymbols());
    }
}
