using System.Collections.Generic;
using Kernel.Audit;
using Kernel.Machines;
using Kernel.Ring3;
using Kernel.Units;
using Xunit;

namespace QemuTests.RingThree;

/// <summary>What Tests/RingThreeImage/PagingRuns.cs tells, from the simulated machine.</summary>
internal sealed class SimulatedLaboratory
{
    // Far from the laboratory's own memory.
    private static readonly Frame s_kernelRoot = new(1);

    private readonly List<(string Line, string Step)> _lines = [];
    private Laboratory _laboratory;

    public SimulatedLaboratory()
    {
        SimMachine.Reset().KeepsContents = true;
        SimMachine.Record(Frame.None) = default;
    }

    /// <summary>All lines, each with what was done. The audits must find nothing.</summary>
    public IReadOnlyList<(string Line, string Step)> Tell()
    {
        for (ulong seed = 0; seed < PagingProgram.Seeds; seed++)
        {
            Play(seed);
        }

        for (int scene = 0; scene < PagingScenes.Count; scene++)
        {
            _laboratory.Open(s_kernelRoot);
            _lines.Add(($"paging scene {scene} {PagingScenes.Play(ref _laboratory, scene):x16}", $"scene {scene}"));
        }

        for (ulong seed = 0; seed < BootMaps.Count; seed++)
        {
            _lines.Add(($"paging map {seed} {BootMaps.Sum(ref _laboratory, seed):x16}", $"memory map {seed}"));
        }

        return _lines;
    }

    private void Play(ulong seed)
    {
        var program = new PagingProgram(ref _laboratory, s_kernelRoot, seed);
        for (int number = 0; number < PagingProgram.Steps; number++)
        {
            PagingStep step = program.Next();
            Assert.True(step.Rule == SystemRule.None, $"seed {seed}, step {number}: {step.Rule}");
            _lines.Add((
                $"paging {seed} {number} {step.Answer:x} {step.Sum:x16}",
                $"seed {seed}, step {number}, {step.Operation}"));
        }

        Assert.Equal(SystemRule.None, program.End());
    }
}
