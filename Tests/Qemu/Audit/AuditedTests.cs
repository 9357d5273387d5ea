using System;
using System.Linq;
using Machines;
using QemuTests.Support;
using Xunit;
using Xunit.Abstractions;

namespace QemuTests.Audit;

/// <summary>
/// Programs on the kernel of Tests/AuditImage, which looks at every frame, table, task and list before each of their
/// calls, and panics where something is wrong.
/// </summary>
public sealed class AuditedTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("init", 500)]
    [InlineData("usertests", 30_000)]
    public void NothingIsEverWrong(string program, int least)
    {
        MachineSpec spec = Machine.Unseen.With($"test=1 init={program}") with
        {
            Image = Tree.AuditedKernel,
            Archive = Tree.Programs,
            Clock = Clock.Instructions,
            Memory = MemorySize.FromMebibytes(128),
        };
        BootRun run = BootRun.Of(spec, Patience.Audit);
        run.ExpectPassed();
        string last = run.Lines.Last(static line => line.Contains(" times, sound", StringComparison.Ordinal));
        output.WriteLine(last);
        int audits = int.Parse(last.Split("audited ")[1].Split(' ')[0]);
        Assert.True(2 * audits > least, last);
        Assert.Contains("the first program has ended", run.Lines[^1], StringComparison.Ordinal);
    }
}
