using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>Runs of entries are asked eight at a time, and what is left one by one: each entry counts, and no other.</summary>
public class EntryRunTests
{
    private const int First = 3;
    private const ulong One = 1UL << 9;
    private const ulong Other = 1UL << 62;

    private readonly Frame _table;
    private readonly Geometry _geometry = new(3, 5, 3);

    public EntryRunTests()
    {
        var rig = new PagingRig(_geometry, frames: 8);
        Assert.True(rig.Memory.Frames.TryTake(FrameUse.Kernel, out _table));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(16)]
    [InlineData(26)]
    public void EachEntryCountsAndNoOther(int count)
    {
        for (int index = 0; index < _geometry.EntriesPerTable; index++)
        {
            bool isInside = index >= First && index < First + count;
            FillAll(0);
            SimMachine.WriteEntry(_table, index, One);
            Assert.Equal(isInside ? One : 0, EntryRun.BitsOfAny(new SimEntrySlot(_table, First), count));

            FillAll(One | Other);
            SimMachine.WriteEntry(_table, index, Other);
            Assert.Equal(isInside ? Other : One | Other, EntryRun.BitsOfAll(new SimEntrySlot(_table, First), count));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(16)]
    public void WhatSeveralHaveIsThereOnce(int count)
    {
        FillAll(One | Other);
        Assert.Equal(One | Other, EntryRun.BitsOfAny(new SimEntrySlot(_table, First), count));
    }

    private void FillAll(ulong bits)
    {
        for (int index = 0; index < _geometry.EntriesPerTable; index++)
        {
            SimMachine.WriteEntry(_table, index, bits);
        }
    }
}
