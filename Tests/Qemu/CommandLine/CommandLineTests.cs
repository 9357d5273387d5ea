using System;
using System.Collections.Generic;
using System.Linq;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.CommandLine;

public sealed class CommandLineTests
{
    public static TheoryData<Firmware> Ways => [Firmware.Direct, Firmware.Bios, Firmware.Uefi];

    [Theory]
    [MemberData(nameof(Ways))]
    public void TheLogShowsTheCommandLineThatTheKernelWasGiven(Firmware firmware) =>
        Assert.Contains(Boot(firmware, ""), static line =>
            line.Contains($"command line \"{DebugExitPort.KernelArgument}\"", StringComparison.Ordinal));

    [Theory]
    [InlineData(Firmware.Direct)]
    [InlineData(Firmware.Bios)]
    public void AnUnknownOptionGivesOneWarning(Firmware firmware)
    {
        string warning = Assert.Single(Boot(firmware, "colour=blue"), IsWarning);
        Assert.Contains("\"colour=blue\"", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void AWrongLogLevelGivesOneWarningAndTheUsualLog()
    {
        IReadOnlyList<string> lines = Boot(Firmware.Direct, "log=loud");
        string warning = Assert.Single(lines, IsWarning);
        Assert.Contains("The log level is none of debug, info, warn and error.", warning, StringComparison.Ordinal);
        Assert.Equal(Shown(Boot(Firmware.Direct, "")) + 1, Shown(lines));
    }

    [Theory]
    [InlineData("log", "The option needs a value.")]
    [InlineData("init=", "The option needs a value.")]
    [InlineData("debug-exit=1", "The option takes no value.")]
    public void AnOptionIsWrittenAsItMustBe(string option, string words) => Assert.Contains(
        words, Assert.Single(Boot(Firmware.Direct, option), IsWarning), StringComparison.Ordinal);

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(500)]
    public void AFirstProgramThatIsNotThereIsNamed(int length)
    {
        string name = new('x', length);
        string start = $"the program {name}"[..Math.Min(length + 12, 200)];
        Assert.Contains(
            Boot(Machine.Direct with { Archive = Tree.Programs }, $"init={name}"),
            line => line.Contains($"error: {start}", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIsTooLongForALineIsCutWithAMark() => Assert.EndsWith(
        "xxx...", Assert.Single(Boot(Firmware.Direct, new string('x', 300)), IsWarning), StringComparison.Ordinal);

    [Fact]
    public void OtherLettersAreShownAsTheyAre() => Assert.Contains(
        "\"größe=€𝄞\"", Assert.Single(Boot(Firmware.Direct, "größe=€𝄞"), IsWarning), StringComparison.Ordinal);

    [Fact]
    public void ALineWithoutFaultsGivesNoWarning() =>
        Assert.DoesNotContain(Boot(Firmware.Direct, "log=info"), IsWarning);

    [Fact]
    public void LogErrorShowsNeitherInformationNorWarnings() =>
        Assert.Equal(0, Shown(Boot(Firmware.Direct, "log=error colour=blue")));

    [Fact]
    public void LogWarnShowsWarningsOnly()
    {
        IReadOnlyList<string> lines = Boot(Firmware.Direct, "log=warn colour=blue");
        Assert.Equal(1, Shown(lines));
        Assert.Contains("warning: ", lines.Single(IsLogLine), StringComparison.Ordinal);
    }

    [Fact]
    public void LogDebugAddsTheMemoryMap()
    {
        Assert.DoesNotContain(Boot(Firmware.Direct, "log=info"), IsRegion);
        Assert.Contains(Boot(Firmware.Direct, "log=debug"), IsRegion);
    }

    // What QEMU keeps at the end of 128 MiB.
    private static bool IsRegion(string line) =>
        line.EndsWith(" to 0x0000000008000000  reserved", StringComparison.Ordinal);

    private static bool IsWarning(string line) => line.Contains("warning: ", StringComparison.Ordinal);

    // Lines with a stamp: the banner has none, and no level hides it.
    private static int Shown(IReadOnlyList<string> lines) => lines.Count(IsLogLine);

    private static bool IsLogLine(string line) => line.StartsWith('[');

    private static IReadOnlyList<string> Boot(Firmware firmware, string arguments)
    {
        MachineSpec spec = firmware switch
        {
            Firmware.Bios => Machine.Bios,
            Firmware.Uefi => Machine.Uefi,
            _ => Machine.Direct,
        };
        return Boot(spec, arguments);
    }

    private static IReadOnlyList<string> Boot(MachineSpec spec, string arguments)
    {
        BootRun run = BootRun.Of(spec.With(arguments));
        run.ExpectPassed();
        return run.Lines;
    }
}
