using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Processor;

public class CpuFeatureReaderTests
{
    [Theory]
    [InlineData(0x8000_0001u, "edx", 20, CpuFeatures.NoExecute)]
    [InlineData(0x8000_0001u, "edx", 26, CpuFeatures.GibibytePages)]
    [InlineData(1u, "edx", 7, CpuFeatures.MachineChecks)]
    [InlineData(1u, "edx", 13, CpuFeatures.GlobalPages)]
    [InlineData(1u, "edx", 16, CpuFeatures.PageAttributes)]
    [InlineData(1u, "edx", 9, CpuFeatures.LocalApic)]
    [InlineData(1u, "ecx", 17, CpuFeatures.ProcessContexts)]
    [InlineData(1u, "ecx", 28, CpuFeatures.Avx)]
    [InlineData(7u, "ebx", 7, CpuFeatures.Smep)]
    [InlineData(7u, "ebx", 20, CpuFeatures.Smap)]
    [InlineData(7u, "ecx", 2, CpuFeatures.Umip)]
    public void EachFeatureIsOneBit(uint leaf, string register, int bit, CpuFeatures expected)
    {
        uint value = 1u << bit;
        var result = new CpuIdResult(
            0, register == "ebx" ? value : 0, register == "ecx" ? value : 0, register == "edx" ? value : 0);
        Assert.Equal(expected, Read(highest: 7, leaf, result));
        CpuIdResult others = new(0, ~result.Ebx, ~result.Ecx, ~result.Edx);
        Assert.Equal(CpuFeatures.None, Read(highest: 7, leaf, others) & expected);
    }

    [Fact]
    public void XsaveIsABitOfASubleaf()
    {
        SimMachine.Reset().OnCpuId = static (leaf, subleaf) =>
            leaf == 0 ? new CpuIdResult(0xD, 0, 0, 0) : new CpuIdResult(leaf == 0xD && subleaf == 1 ? 1u : 0, 0, 0, 0);
        Assert.Equal(CpuFeatures.Xsave, CpuFeatureReader.Read());
        SimMachine.Reset().OnCpuId = static (leaf, subleaf) =>
            leaf == 0 ? new CpuIdResult(0xD, 0, 0, 0) : new CpuIdResult(leaf == 0xD && subleaf == 1 ? ~1u : ~0u, 0, 0, 0);
        Assert.Equal(CpuFeatures.None, CpuFeatureReader.Read());
    }

    [Fact]
    public void ALeafThatTheProcessorDoesNotOfferIsNotBelieved() =>
        Assert.Equal(CpuFeatures.None, Read(highest: 6, 7, new CpuIdResult(0, ~0u, ~0u, ~0u)));

    private static CpuFeatures Read(uint highest, uint leaf, CpuIdResult result)
    {
        SimMachine.Reset().OnCpuId = (asked, subleaf) =>
            asked == leaf && subleaf == 0 ? result
            : (asked & 0x7FFF_FFFF) == 0 ? new CpuIdResult(asked | (asked == 0 ? highest : 1), 0, 0, 0)
            : default;
        return CpuFeatureReader.Read();
    }
}
