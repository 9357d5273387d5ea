using System;
using System.Linq;
using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Tasks;

/// <summary>Random programs of calls; a seed that fails is in the test's name.</summary>
public sealed class MessageProgramTests
{
    private const int Programs = 250;
    private const int Steps = 300;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TheKernelDoesWhatTheModelDoes(int seed)
    {
        for (int program = 0; program < Programs; program++)
        {
            int own = (seed * Programs) + program;
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
}
