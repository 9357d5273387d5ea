using System.Linq;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>Every space has the kernel's half, new ones and forks alike: the audit compares all entries.</summary>
public class KernelHalfTests
{
    private static readonly Geometry s_wide = new(2, 9, 3);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(255, 1)]
    [InlineData(60, 140)]
    [InlineData(0, 256)]
    public void EverySpaceHasIt(int first, int count)
    {
        int[] slots = [.. Enumerable.Range(first, count)];
        var rig = new PagingRig(s_wide, 40, kernelSlots: slots);
        AddressSpace parent = rig.Create();
        rig.Map(ref parent, 5, 1);
        AddressSpace child = rig.Fork(ref parent);
        AddressSpace other = rig.Create();
        rig.AssertSound(parent, child, other);
        Assert.Equal(
            slots.Select(static slot => 256 + slot),
            Enumerable.Range(256, 256).Where(
                index => rig.Physical.ReadEntry(child.Root.Address, index) != 0));
    }

    [Fact]
    public void ItIsNotTakenApartWithASpace()
    {
        var rig = new PagingRig(s_wide, 40, kernelSlots: [0, 1, 255]);
        AddressSpace space = rig.Create();
        rig.Memory.Destroy(ref space);
        rig.ReapAll();
        Assert.Equal(rig.UsedAtStart, rig.Memory.Frames.Used);
        rig.AssertSound();
    }

    [Fact]
    public void NothingIsFoundThere()
    {
        var rig = new PagingRig(s_wide, 40, kernelSlots: [0, 255]);
        AddressSpace space = rig.Create();
        rig.Map(ref space, 1, 4);
        ulong[] addresses = [0, PageRange.UserEnd.Value, rig.PageAt(1 << 17).Value, 1UL << 40, ulong.MaxValue];
        Assert.All(addresses, address => Assert.Equal(default, PagingManager.Query(in space, new VirtAddr(address))));
        Assert.Equal(PageState.Reserved, rig.Query(in space, 1).State);
    }
}
