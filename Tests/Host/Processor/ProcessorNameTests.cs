using System;
using System.Buffers.Binary;
using System.Text;
using Kernel.Machines;
using Xunit;

namespace Kernel.Tests.Host.Processor;

public class ProcessorNameTests
{
    [Theory]
    [InlineData("QEMU TCG CPU version 2.5+", "QEMU TCG CPU version 2.5+")]
    [InlineData("      Intel(R) Core(TM) i7-2600 CPU @ 3.40GHz  ", "Intel(R) Core(TM) i7-2600 CPU @ 3.40GHz")]
    [InlineData("123456789012345678901234567890123456789012345678", "123456789012345678901234567890123456789012345678")]
    [InlineData("", "")]
    public void IsWhatThreeLeavesSpell(string spelt, string expected) =>
        Assert.Equal(expected, Read(spelt, highest: 0x8000_0004));

    [Fact]
    public void HasAStandInWhereTheProcessorDoesNotTell() =>
        Assert.Equal("x86-64 processor", Read("unseen", highest: 0x8000_0003));

    private static string Read(string spelt, uint highest)
    {
        byte[] bytes = new byte[ProcessorName.Length];
        Encoding.ASCII.GetBytes(spelt, bytes);
        SimMachine.Reset().OnCpuId = (leaf, _) =>
            leaf == 0x8000_0000 ? new CpuIdResult(highest, 0, 0, 0) : At(bytes, (int)(leaf - 0x8000_0002) * 16);
        return Encoding.ASCII.GetString(ProcessorName.Read(new byte[ProcessorName.Length]));
    }

    private static CpuIdResult At(ReadOnlySpan<byte> bytes, int offset) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[(offset + 4)..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[(offset + 8)..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[(offset + 12)..]));
}
