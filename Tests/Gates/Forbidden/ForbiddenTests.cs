using System;
using Xunit;

namespace Kernel.Tests.Gates.Forbidden;

/// <summary>What the core library lacks does not compile.</summary>
public class ForbiddenTests
{
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
}
