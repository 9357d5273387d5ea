using System;
using Xunit;
using Xunit.Abstractions;

namespace QemuTests.Kills;

/// <summary>
/// At each instruction of a path of calls each party of it is killed, and the others go on; nothing is lost, and the
/// audit finds nothing. At every third instruction between two calls, or at each with <c>KERNEL_TESTS_LONG=1</c>.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const string LongVariable = "KERNEL_TESTS_LONG";
    private const int UsualStride = 3;

    private static readonly int s_stride = Environment.GetEnvironmentVariable(LongVariable) == "1" ? 1 : UsualStride;

    [Theory]
    [InlineData("fork", 1_000)]
    [InlineData("spawn", 2_000)]
    [InlineData("execute", 2_000)]
    [InlineData("wait", 2_500)]
    [InlineData("send", 10_000)]
    [InlineData("words", 1_500)]
    [InlineData("handles", 4_000)]
    [InlineData("reply", 5_000)]
    [InlineData("reply-receive", 6_000)]
    [InlineData("map", 700)]
    [InlineData("fault", 1_500)]
    public void EachPartyMayEndAtEachInstruction(string path, int least)
    {
        PathRun run = PathRun.Of(path, $"{s_stride}", s_stride);
        output.WriteLine(run.Said);
        Assert.InRange(run.Count("kills") * s_stride, least, int.MaxValue);
    }
}
