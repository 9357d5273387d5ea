using Kernel.Machines;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Simulation;

public sealed class GeometryTests
{
    [Theory]
    [InlineData(4, 0x1FF)]
    [InlineData(3, 0x1FE)]
    [InlineData(2, 0x001)]
    [InlineData(1, 0x123)]
    public void EachLevelTakesItsPartOfTheAddress(int level, int index)
    {
        var address = new VirtAddr(0xFFFF_FFFF_8032_3456);
        Assert.Equal(index, Geometry.FourLevel.IndexOf(address, level));
    }

    [Theory]
    [InlineData(1, 0xFFFF_FFFF_8032_3000, 0x1000)]
    [InlineData(2, 0xFFFF_FFFF_8020_0000, 0x20_0000)]
    [InlineData(3, 0xFFFF_FFFF_8000_0000, 0x4000_0000)]
    [InlineData(4, 0xFFFF_FF80_0000_0000, 0x80_0000_0000)]
    public void EachLevelCoversSo(int level, ulong start, ulong size)
    {
        var address = new VirtAddr(0xFFFF_FFFF_8032_3456);
        Assert.Equal(start, Geometry.FourLevel.StartOf(address, level).Value);
        Assert.Equal(size, Geometry.FourLevel.SizeAt(level).Value);
    }

    [Theory]
    [InlineData(0x0000_7FFF_FFFF_FFFF, true, true)]
    [InlineData(0x0000_8000_0000_0000, false, true)]
    [InlineData(0xFFFF_8000_0000_0000, true, true)]
    [InlineData(0x00FF_FFFF_FFFF_FFFF, false, true)]
    [InlineData(0x0100_0000_0000_0000, false, false)]
    [InlineData(0xFF00_0000_0000_0000, false, true)]
    [InlineData(0xFE00_0000_0000_0000, false, false)]
    public void CanonicalAddresses(ulong address, bool isFour, bool isFive)
    {
        Assert.Equal(isFour, Geometry.FourLevel.IsCanonical(new VirtAddr(address)));
        Assert.Equal(isFive, Geometry.FiveLevel.IsCanonical(new VirtAddr(address)));
        Assert.Equal(isFour, new VirtAddr(address).IsCanonical);
    }

    [Fact]
    public void SmallShape()
    {
        var shape = new Geometry(2, 1, 4);
        Assert.Equal(6, shape.AddressBits);
        Assert.Equal(2, shape.EntriesPerTable);
        Assert.Equal(0xFFFF_FFFF_FFFF_FFE5, shape.Canonical(new VirtAddr(0x25)).Value);
    }
}
