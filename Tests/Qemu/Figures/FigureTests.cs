using System.Globalization;
using System.Text.RegularExpressions;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Figures;

public sealed partial class FigureTests
{
    private const long MostInstructionsToReady = 3_000_000;

    [Fact]
    public void StartedByQemuTheKernelIsReadyWithinItsInstructionsEveryTimeTheSame() =>
        CheckInstructions(Machine.Direct);

    [Fact]
    public void StartedByTheBiosWithAFramebufferTheKernelIsReadyWithinItsInstructionsEveryTimeTheSame() =>
        CheckInstructions(Machine.Bios);

    private static void CheckInstructions(MachineSpec spec)
    {
        long first = InstructionsToReady(spec);
        Assert.InRange(first, 1, MostInstructionsToReady - 1);
        Assert.Equal(first, InstructionsToReady(spec));
    }

    private static long InstructionsToReady(MachineSpec spec)
    {
        BootRun run = BootRun.Of(spec with { Clock = Clock.Instructions });
        Assert.Equal(GuestVerdict.Passed, run.Verdict);
        string line = Assert.Single(run.Lines, static line => ReadyLine().IsMatch(line));
        Match ready = ReadyLine().Match(line);
        return long.Parse(ready.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"ready after ([0-9,]+) instructions$")]
    private static partial Regex ReadyLine();
}
