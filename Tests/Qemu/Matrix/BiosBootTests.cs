using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Matrix;

public sealed class BiosBootTests
{
    [Theory]
    [InlineData(Chipset.Pc, Medium.Cd)]
    [InlineData(Chipset.Pc, Medium.UsbStick)]
    [InlineData(Chipset.Pc, Medium.VirtioDisk)]
    [InlineData(Chipset.Pc, Medium.IdeDisk)]
    [InlineData(Chipset.Q35, Medium.Cd)]
    [InlineData(Chipset.Q35, Medium.UsbStick)]
    [InlineData(Chipset.Q35, Medium.VirtioDisk)]
    [InlineData(Chipset.Q35, Medium.IdeDisk)]
    public void TheBiosBootsTheImageFromEveryMediumOnEveryBoard(Chipset chipset, Medium medium) =>
        Cell.Boots(Machine.Bios with { Chipset = chipset, Medium = medium });

    [Theory]
    [InlineData("qemu64")]
    [InlineData("EPYC")]
    public void TheBiosBootsOnProcessorsOldAndNew(string processor) =>
        Cell.Boots(Machine.Bios with { Processor = processor });

    [Fact]
    public void TheBiosBootsInTheSmallestMemory() => Cell.Boots(Machine.Bios with { Memory = SmallestMemory.Bios });

    [Fact]
    public void TheBiosBootsInEightGibibytesOnFourProcessors() =>
        Cell.Boots(Machine.Bios with { Memory = MemorySize.FromMebibytes(8 * 1024), Processors = 4 });
}
