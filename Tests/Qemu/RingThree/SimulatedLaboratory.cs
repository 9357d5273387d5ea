using System;
using Kernel.Audit;
using Kernel.Machines;
using Kernel.Ring3;
using Kernel.Units;
using Xunit;

namespace QemuTests.RingThree;

/// <summary>The programs of Tests/RingThreeImage/Paging on the simulated machine.</summary>
internal sealed class SimulatedLaboratory
{
    // Far from the laboratory's own memory.
    private static readonly Frame s_kernelRoot = new(1);

    private Laboratory _laboratory;

    public SimulatedLaboratory()
    {
        SimMachine.Reset().KeepsContents = true;
        SimMachine.Record(Frame.None) = default;
    }

    /// <summary>Does a program, tells each step, and demands that the audits find nothing.</summary>
    public void Play(ulong seed, Action<int, PagingStep> tell)
    {
        _laboratory.Open(s_kernelRoot);
        var program = new PagingProgram(ref _laboratory, seed);
        for (int number = 0; number < PagingProgram.Steps; number++)
        {
            PagingStep step = program.Next();
            Assert.True(step.Rule == SystemRule.None, $"seed {seed}, step {number}: {step.Rule}");
            tell(number, step);
        }

        Assert.Equal(SystemRule.None, program.End());
    }
}
