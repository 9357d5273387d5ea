using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Kernel.Firmware;
using Kernel.Memory;
using Kernel.Tests.Host.Firmware;
using Kernel.Units;
using Xunit;
using Property = Kernel.Tests.Host.Text.Property;

namespace Kernel.Tests.Host.Memory;

public class KernelTablesTests
{
    private const ulong SmallPage = 1UL << 12;
    private const ulong LargePage = 1UL << 21;
    private const ulong HugePage = 1UL << 30;

    private static readonly VirtAddr s_base = KernelLayout.DirectMap;

    [Theory]
    [InlineData(0UL, 3 * SmallPage, PageSize.Huge, new ulong[] { SmallPage, SmallPage, SmallPage })]
    [InlineData(LargePage, LargePage + SmallPage, PageSize.Huge, new ulong[] { LargePage, SmallPage })]
    [InlineData(LargePage - SmallPage, LargePage + SmallPage, PageSize.Huge, new ulong[] { SmallPage, LargePage })]
    [InlineData(0UL, HugePage + LargePage, PageSize.Huge, new ulong[] { HugePage, LargePage })]
    [InlineData(LargePage, LargePage, PageSize.Small, null)]
    public void PagesAreTheLargestThatFit(ulong start, ulong length, PageSize largest, ulong[]? expected)
    {
        KernelTables tables = Make(largest);
        tables.Map(s_base + new ByteCount(start), Range(start, length), PageRights.Write);
        ulong[] sizes = [.. TableWalker.Leaves(tables.Root).Select(leaf => leaf.Size)];
        Assert.Equal(expected ?? Enumerable.Repeat(SmallPage, 512), sizes);
    }

    [Theory]
    [InlineData(SmallPage, LargePage)]
    [InlineData(LargePage, SmallPage)]
    public void PagesAreNoLargerThanBothAddressesAllow(ulong at, ulong start)
    {
        KernelTables tables = Make(PageSize.Huge);
        tables.Map(s_base + new ByteCount(at), Range(start, 2 * LargePage), PageRights.Write);
        Leaf[] leaves = [.. TableWalker.Leaves(tables.Root)];
        Assert.Equal(Enumerable.Repeat(SmallPage, 1024), leaves.Select(static leaf => leaf.Size));
        Assert.Equal((s_base.Value + at, start), (leaves[0].Address, leaves[0].Entry.Frame.Value));
    }

    [Fact]
    public void TheDirectMapShowsMemoryAsItLies() =>
        Assert.Equal(s_base + new ByteCount(0x1234), KernelLayout.InDirectMap(new PhysAddr(0x1234)));

    [Fact]
    public void GibibytePagesAreLeftOutWhereTheProcessorHasNone()
    {
        KernelTables tables = Make(PageSize.Large);
        tables.Map(s_base, Range(0, HugePage), PageRights.Write);
        Assert.All(TableWalker.Leaves(tables.Root), leaf => Assert.Equal(LargePage, leaf.Size));
        Assert.Equal(512, TableWalker.Leaves(tables.Root).Count());
    }

    [Theory]
    [InlineData(PageRights.Read, false, false, 0)]
    [InlineData(PageRights.Write, true, false, 0)]
    [InlineData(PageRights.Execute, false, true, 0)]
    [InlineData(PageRights.Write | PageRights.Combine, true, false, PageEntry.WriteThrough)]
    [InlineData(PageRights.Write | PageRights.Uncached, true, false, PageEntry.WriteThrough | PageEntry.CacheDisable)]
    public void RightsAreThoseAskedFor(PageRights rights, bool writes, bool executes, ulong caching)
    {
        KernelTables tables = Make(PageSize.Huge);
        tables.Map(s_base, Range(0, SmallPage), rights);
        Leaf leaf = Assert.Single(TableWalker.Leaves(tables.Root));
        ulong expected = PageEntry.Present | PageEntry.Global | PageEntry.Accessed | PageEntry.Dirty
            | (writes ? PageEntry.Writable : 0)
            | (executes ? 0 : PageEntry.NoExecute)
            | caching;
        Assert.Equal(expected, leaf.Entry.Bits);
    }

    [Fact]
    public void APartOfAPageIsMappedAsAWholeOne()
    {
        KernelTables tables = Make(PageSize.Huge);
        tables.Map(s_base + new ByteCount(0x800), Range(0xB_8800, 0x1000), PageRights.Write);
        Assert.Equal(
            [(s_base.Value, 0xB_8000UL), (s_base.Value + SmallPage, 0xB_9000UL)],
            TableWalker.Leaves(tables.Root).Select(leaf => (leaf.Address, leaf.Entry.Frame.Value)));
    }

    [Fact]
    public void RangesMappedOneAfterTheOtherAreAllThereAndNothingElse()
    {
        Gen<(int Gap, int Pages)[]> runs =
            (from gap in Gen.Choose(1, 700) from pages in Gen.Choose(1, 1500) select (gap, pages)).ArrayOf(5);
        Property.Holds(
            runs,
            list =>
            {
                KernelTables tables = Make(PageSize.Huge);
                ulong at = 0;
                var expected = new System.Collections.Generic.List<ulong>();
                foreach ((int gap, int pages) in list)
                {
                    at += (ulong)gap * SmallPage;
                    tables.Map(s_base + new ByteCount(at), Range(at, (ulong)pages * SmallPage), PageRights.Read);
                    expected.AddRange(Enumerable.Range(0, pages).Select(page => at + ((ulong)page * SmallPage)));
                    at += (ulong)pages * SmallPage;
                }

                Assert.True(tables.IsComplete);
                Assert.Equal(expected, TableWalker.SmallPages(tables.Root, s_base.Value));
            },
            runs: 200);
    }

    [Fact]
    public void RunningOutOfFramesIsReported()
    {
        // Room for the root and two more: a page wants three.
        var memory = new BootMemory(new MapEntry(0x10_0000, 0x5_5000, MapEntry.Usable));
        var tables = new KernelTables(memory.Frames, PageSize.Huge);
        Assert.True(tables.IsComplete);
        tables.Map(s_base, Range(0, SmallPage), PageRights.Write);
        Assert.False(tables.IsComplete);
        Assert.Empty(TableWalker.Leaves(tables.Root));
    }

    private static KernelTables Make(PageSize largest)
    {
        var memory = new BootMemory(MapEntry.Pc128MiB);
        return new KernelTables(memory.Frames, largest);
    }

    private static PhysRange Range(ulong start, ulong length) => new(new PhysAddr(start), new PhysAddr(start + length));
}
