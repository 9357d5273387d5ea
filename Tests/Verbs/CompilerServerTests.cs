using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Xunit;

namespace Verbs.Tests;

/// <summary>A compiler server that ends with the build that it was for.</summary>
public sealed class CompilerServerTests
{
    private const string Pipe = "-p:SharedCompilationId=";

    [Theory]
    [InlineData(null)]
    [InlineData("true")]
    public void WhereOneMayStayTheBuildIsLeftAlone(string? shared)
    {
        using var server = CompilerServer.ForBuild(shared);
        Assert.Empty(server.Arguments);
    }

    [Theory]
    [InlineData("false")]
    [InlineData("False")]
    public void WhereNoneMayStayTheBuildsOwnEndsWithIt(string shared)
    {
        using Process process = StartAndForget(shared);
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)), "the server has ended");
    }

    [Fact]
    public void EachBuildHasItsOwn()
    {
        using var one = CompilerServer.ForBuild("false");
        using var other = CompilerServer.ForBuild("false");
        Assert.Equal("-p:UseSharedCompilation=true", one.Arguments[0]);
        Assert.NotEqual(one.Arguments[1], other.Arguments[1]);
    }

    [Fact]
    public void TheSdkHasOne() => Assert.True(File.Exists(CompilerServer.Program), CompilerServer.Program);

    // As a build does it; the build has ended when this returns.
    private static Process StartAndForget(string shared)
    {
        using var server = CompilerServer.ForBuild(shared);
        string pipe = server.Arguments.Single(static each => each.StartsWith(Pipe, StringComparison.Ordinal))[Pipe.Length..];
        var process = Process.Start("dotnet", ["exec", CompilerServer.Program, $"-pipename:{pipe}"]);
        Assert.False(process.WaitForExit(TimeSpan.FromSeconds(2)), "the server serves");
        return process;
    }
}
