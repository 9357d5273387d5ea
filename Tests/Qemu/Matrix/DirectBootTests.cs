using Machines;
using QemuTests.Support;
using Xunit;

namespace QemuTests.Matrix;

public sealed class DirectBootTests
{
    [Theory]
    [InlineData(Chipset.Pc, 1)]
    [InlineData(Chipset.Pc, 2)]
    [InlineData(Chipset.Pc, 4)]
    [InlineData(Chipset.Q35, 1)]
    [InlineData(Chipset.Q35, 2)]
    [InlineData(Chipset.Q35, 4)]
    public void QemuBootsTheKernelOnEveryBoardWithAnyNumberOfProcessors(Chipset chipset, int processors) =>
        Cell.Boots(Machine.Direct with { Chipset = chipset, Processors = processors });

    [Theory]
    [InlineData("qemu64")]
    [InlineData("kvm64")]
    [InlineData("Opteron_G1")]
    [InlineData("Conroe")]
    [InlineData("Penryn")]
    [InlineData("Nehalem")]
    [InlineData("SandyBridge")]
    [InlineData("Haswell")]
    [InlineData("Skylake-Client")]
    [InlineData("Icelake-Server")]
    [InlineData("EPYC")]
    [InlineData("EPYC-Milan")]
    [InlineData("max,la57=off")]
    public void QemuBootsTheKernelOnEveryProcessor(string processor) =>
        Cell.Boots(Machine.Direct with { Processor = processor });
}
