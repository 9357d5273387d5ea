using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Matrix;

public sealed class UefiBootTests
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
    public void UefiBootsTheImageFromEveryMediumOnEveryBoard(Chipset chipset, Medium medium) =>
        Cell.Boots(Machine.Uefi with { Chipset = chipset, Medium = medium });

    [Fact]
    public void UefiBootsOnAPlainProcessor() => Cell.Boots(Machine.Uefi with { Processor = "qemu64" });

    [Fact]
    public void UefiBootsInTheSmallestMemory() => Cell.Boots(Machine.Uefi with { Memory = SmallestMemory.Uefi });

    [Fact]
    public void UefiBootsInEightGibibytesOnFourProcessors() =>
        Cell.Boots(Machine.Uefi with { Memory = MemorySize.FromMebibytes(8 * 1024), Processors = 4 });
}
