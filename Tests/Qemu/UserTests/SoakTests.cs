using System;
using Machines;
using QemuTests.Support;
using Xunit;
using Xunit.Abstractions;

namespace QemuTests.UserTests;

/// <summary>The program <c>soak</c>: a million round trips and 100,000 forks, or others by the environment.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const string Trips = "SOAK_TRIPS";
    private const string Forks = "SOAK_FORKS";

    [Theory]
    [InlineData("round trips", Trips, 1_000_000)]
    [InlineData("forks", Forks, 100_000)]
    public void AllAreRightAndNothingIsLost(string what, string variable, long usual)
    {
        long count = Environment.GetEnvironmentVariable(variable) is { } text ? long.Parse(text) : usual;
        string arguments = variable == Trips ? $"{count},0" : $"0,{count}";
        MachineSpec spec = Machine.Direct.With($"init=soak,{arguments}") with { Archive = Tree.Programs };
        BootRun run = BootRun.Of(spec, Patience.Soak(count));
        string result = Assert.Single(
            run.Lines, line => line.StartsWith($"soak: {count} {what}: ", StringComparison.Ordinal));
        output.WriteLine(result);
        Assert.Contains(": passed, 0 wrong, ", result, StringComparison.Ordinal);
        run.ExpectPassed();
    }
}
