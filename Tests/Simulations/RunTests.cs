using System;
using System.IO;
using Xunit;

namespace Simulator.Tests;

/// <summary>Scripts by lot.</summary>
[Collection(OneMachine.Name)]
public sealed class RunTests
{
    private const long Steps = 10_000_000;
    private const long LongSteps = 100_000_000;

    private static readonly bool s_isLong = Environment.GetEnvironmentVariable("KERNEL_TESTS_LONG") == "1";

    [Fact]
    public void TheKernelDoesWhatTheModelDoes()
    {
        using var output = new StringWriter();
        string folder = Path.Combine(Path.GetTempPath(), $"simulate-{Environment.ProcessId}");
        Assert.True(new Run(Seed: 1, s_isLong ? LongSteps : Steps).IsGood(output, folder), output.ToString());
    }
}
