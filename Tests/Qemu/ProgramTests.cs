using System;
using System.Linq;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests;

/// <summary>The programs of the image, as init starts them.</summary>
public sealed class ProgramTests
{
    [Theory]
    [InlineData("max")]
    [InlineData("qemu64")]
    public void TheProgramsTalkForkAndEnd(string processor)
    {
        BootRun run = BootRun.Of(Machine.Direct with { Archive = Tree.Programs, Processor = processor });
        Assert.Equal(GuestVerdict.Passed, run.Verdict);
        Assert.Contains(run.Lines, static line => line.StartsWith("hello, world! I am task ", StringComparison.Ordinal));
        string[] expected =
        [
            "init: hello ended with 7",
            "init: echo says \"a short message\"",
            "init: echo says \"a message that is longer than 32 bytes\"",
            "init: echo ended by cause 1",
            "init: the child ended with 43",
            "crash: 31 misdeeds, and I am still here",
            "init: crash ended with 0",
        ];
        Assert.All(expected, line => Assert.Contains(line, run.Lines));
        Assert.Equal(30, run.Lines.Count(static line => line.Contains(", crash, is ended: ", StringComparison.Ordinal)));
        Assert.DoesNotContain(run.Lines, static line => line.Contains("failed", StringComparison.Ordinal));
        Assert.EndsWith("the first program has ended", run.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void AnArchiveThatIsNoneIsReportedAndTheKernelComesUp()
    {
        BootRun run = BootRun.Of(Machine.Direct with { Archive = Tree.Kernel });
        Assert.Contains(run.Lines, static line => line.Contains("the archive of programs is damaged", StringComparison.Ordinal));
    }
}
