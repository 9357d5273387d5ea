using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Matrix;

public sealed partial class MemoryTests
{
    private const double MebibytesInGibibyte = 1024;

    // The firmware's tables and the hole below 1 MiB.
    private const double MostThatTheFirmwareKeeps = 1;

    public static TheoryData<int> Sizes => [SmallestMemory.Direct.Mebibytes, 4, 16, 64, 512, 2048, 3072, 4096, 8192];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void TheKernelFindsAllMemory(int mebibytes)
    {
        BootRun run = Cell.Boots(Machine.Direct with { Memory = MemorySize.FromMebibytes(mebibytes) });
        Match usable = run.Lines
            .Select(static line => UsableMemory().Match(line))
            .Single(static match => match.Success);
        double found = double.Parse(usable.Groups["amount"].Value, CultureInfo.InvariantCulture);
        bool isGibibytes = usable.Groups["unit"].Value == "GiB";
        double shown = isGibibytes ? found * MebibytesInGibibyte : found;
        // One decimal is shown, cut.
        double precision = isGibibytes ? MebibytesInGibibyte / 10 : 0.1;
        Assert.InRange(shown, mebibytes - MostThatTheFirmwareKeeps - precision, mebibytes);
    }

    [Fact]
    public void MemoryAboveFourGibibytesIsInTheMap()
    {
        MachineSpec spec = Machine.Direct with { Memory = MemorySize.FromMebibytes(8 * 1024) };
        BootRun run = BootRun.Of(spec.With("log=debug"));
        // QEMU's Q35 has 2 GiB below its PCI window and the rest from 4 GiB on.
        Assert.Contains(run.Lines, static line =>
            line.Contains("0x0000000100000000 to 0x0000000280000000", StringComparison.Ordinal)
            && line.Contains("usable", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"memory (?<amount>[0-9.]+) (?<unit>[MG]iB) usable")]
    private static partial Regex UsableMemory();
}
