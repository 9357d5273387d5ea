using Xunit;
using Xunit.Abstractions;

namespace QemuTests.Kills;

/// <summary>
/// Behind each call of a path there is too little memory, with every number of free frames that does not suffice, until
/// nobody goes on: calls are refused, or tasks end, but nothing is lost, and the audit finds nothing.
/// </summary>
public sealed class DearthTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("fork", 50)]
    [InlineData("spawn", 25)]
    [InlineData("execute", 30)]
    [InlineData("wait", 50)]
    [InlineData("send", 100)]
    [InlineData("words", 50)]
    [InlineData("handles", 60)]
    [InlineData("reply", 70)]
    [InlineData("reply-receive", 70)]
    [InlineData("map", 30)]
    [InlineData("fault", 40)]
    public void MemoryMayRunOutBehindEachCall(string path, int least)
    {
        PathRun run = PathRun.Of(path, "dearth", stride: 1);
        output.WriteLine(run.Said);
        Assert.InRange(run.Count("dearths"), least, int.MaxValue);
    }
}
