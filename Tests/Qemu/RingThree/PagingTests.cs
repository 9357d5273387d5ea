using System;
using System.Linq;
using System.Text.RegularExpressions;
using Kernel.Audit;
using Kernel.Machines;
using Kernel.Ring3;
using Kernel.Units;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.RingThree;

/// <summary>
/// The paging manager that ILCompiler made of the source, on the processor, does what the same source does on the host:
/// the same programs of operations come to the same tables, charges, contents and invalidations after every step.
/// </summary>
public sealed partial class PagingTests
{
    [Fact]
    public void ThePagingManagerDoesOnTheProcessorWhatItDoesOnTheHost()
    {
        MachineSpec spec = Machine.Direct.With("test=paging") with
        {
            Image = Tree.RingThreeKernel,
            Memory = MemorySize.FromMebibytes(2560),
        };
        BootRun run = BootRun.Of(spec, Patience.Walks);
        Assert.Equal(GuestVerdict.Passed, run.Verdict);
        string[] lines = [.. run.Lines.Select(static line => Told().Match(line).Value).Where(static line => line != "")];
        Assert.Equal((int)PagingProgram.Seeds * PagingProgram.Steps, lines.Length - 1);
        Assert.Equal("paging end", lines[^1]);
        var laboratory = new SimulatedLaboratory();
        for (ulong seed = 0; seed < PagingProgram.Seeds; seed++)
        {
            laboratory.Play(seed, (number, step) =>
            {
                string line = lines[((int)seed * PagingProgram.Steps) + number];
                Assert.True(
                    line == $"paging {seed} {number} {step.Answer:x} {step.Sum:x16}",
                    $"seed {seed}, step {number}, {step.Operation}: the host answers {step.Answer:x}, and comes to "
                    + $"{step.Sum:x16}; the image says {line}");
            });
        }
    }

    [GeneratedRegex(@"\bpaging ([0-9]+ [0-9]+ [0-9a-f]+ [0-9a-f]{16}|end|broken [0-9]+)$")]
    private static partial Regex Told();
}
