using System;
using Xunit;

namespace Kernel.Tests.Gates.Forbidden;

/// <summary>What the core library lacks does not compile, or does not link.</summary>
public class ForbiddenTests
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
    [InlineData("throw null!;", "System.Exception")]
    [InlineData("return new System.Collections.Generic.List<int>().Count;", "'List<>'")]
    [InlineData("string text = \"a\" + argument; return text.Length;", "Concat")]
    public void TheLanguageRefuses(string body, string reason)
    {
        using var snippet = new Snippet(body);
        Assert.Contains(reason, snippet.CompileToIl(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("return Ask(new Small());", "System.Runtime.RuntimeExports")]
    [InlineData("Func<int> f = () => argument; return f();", "")]
    public void ILCompilerRefuses(string body, string reason)
    {
        using var snippet = new Snippet(body);
        string words = snippet.CompileToIl();
        words = words.Length == 0 ? snippet.CompileToObject() : words;
        Assert.NotEqual("", words);
        Assert.Contains(reason, words, StringComparison.Ordinal);
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
