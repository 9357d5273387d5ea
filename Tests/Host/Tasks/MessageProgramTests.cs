using System;
using System.Linq;
using Kernel.Machines;
using Kernel.Tests.Host.Text;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>Random programs of calls; a seed that fails is in the test's name.</summary>
public sealed class MessageProgramTests
{
    private const int ProgramsPerSeed = 250;
    private const int Steps = 300;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TheKernelDoesWhatTheModelDoes(int seed)
    {
        for (int program = 0; program < Programs.PartOf(ProgramsPerSeed, least: 2); program++)
        {
            int own = (seed * ProgramsPerSeed) + program;
            SimMachine.Reset();
            var rig = new TaskRig(frames: 400, pages: 2);
            try
            {
                new MessageModel(rig).Run(new Random(own), Steps);
                rig.AssertNothingIsLost();
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"program {own}", exception);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TheQuickWayAndTheGeneralOneLeadToTheSameEnd(int seed)
    {
        int count = 0;
        for (int program = 0; program < 500; program++)
        {
            int own = (seed * 1000) + program;
            (int quick, ulong[] turns) = TurnsOf(own, isQuick: true);
            count += quick;
            (int none, ulong[] others) = TurnsOf(own, isQuick: false);
            Assert.Equal(0, none);
            Assert.Equal(turns, others);
        }

        Assert.InRange(count, 30, int.MaxValue);
    }

    private static (int Quick, ulong[] Turns) TurnsOf(int seed, bool isQuick)
    {
        SimMachine.Reset();
        var rig = new TaskRig(frames: 400, pages: 2) { IsQuick = isQuick };
        new MessageModel(rig).Run(new Random(seed), Steps);
        return (rig.QuickCount, [.. rig.Turns]);
    }
}
