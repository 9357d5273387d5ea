using System.Linq;
using Kernel.Memory;
using Kernel.Tests.Host.Firmware;
using Xunit;

namespace Kernel.Tests.Host.Memory;

/// <summary>Where the records lie, to the frame.</summary>
public class RecordPlacementTests
{
    private const ulong MiB = 1UL << 20;
    private const ulong GiB = 1UL << 30;
    private const ulong FrameSize = 4096;

    [Theory]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(777)]
    public void AsManyRecordsAsALargePageHoldsLieThereToo(uint mebibytes)
    {
        var boot = new BootMemory(new MapEntry((4 * GiB) + MiB, mebibytes * MiB, MapEntry.Usable));
        var memory = new FrameMemory(boot, populate: false);
        RecordRun run = memory.Frames.Records.All[0];
        Assert.Equal(mebibytes, run.Records.Count.Value);
        Assert.Equal(1U, run.Backing.Number % 512);
    }

    [Fact]
    public void RecordsLieInTheRegionThatTheyDescribe()
    {
        var memory = new FrameMemory(new BootMemory(
            new MapEntry(32 * MiB, 8 * MiB, MapEntry.Usable), new MapEntry(64 * MiB, 8 * MiB, MapEntry.Usable)));
        Assert.Equal(
            [40 * MiB, 72 * MiB],
            memory.Frames.Records.All.ToArray().Select(static run => run.Records.End.Address.Value));
    }

    [Fact]
    public void ARegionThatItsRecordsWouldFillHasNone()
    {
        var memory = new FrameMemory(new BootMemory(
            new MapEntry(32 * MiB, 8 * MiB, MapEntry.Usable), new MapEntry(64 * MiB, FrameSize, MapEntry.Usable)));
        Assert.Equal(1, memory.Frames.Records.All.Length);
    }

    [Fact]
    public void ManyRecordsLieBelowAModuleAsLargePagesWantThem()
    {
        // Of the 2,000 frames that it leaves, the uppermost 207 stay free.
        const ulong start = GiB + MiB;
        var boot = new BootMemory(new Multiboot2Builder()
            .MemoryMap(new MapEntry(start, 512 * MiB, MapEntry.Usable))
            .Module((uint)(start + (2000 * FrameSize)), (uint)(start + (512 * MiB)), "large"));
        RecordRun run = new FrameMemory(boot, populate: false).Frames.Records.All[0];
        Assert.Equal(start + ((2000 - 207) * FrameSize), run.Records.End.Address.Value);
    }

    [Fact]
    public void RecordsMayTakeAllThatIsLeft()
    {
        // 8 MiB want eight frames, and a module leaves the lowest eight.
        var boot = new BootMemory(new Multiboot2Builder()
            .MemoryMap(new MapEntry(32 * MiB, 8 * MiB, MapEntry.Usable))
            .Module((uint)((32 * MiB) + (8 * FrameSize)), (uint)(40 * MiB), "large"));
        Assert.Equal(32 * MiB, new FrameMemory(boot).Frames.Records.All[0].Backing.Address.Value);
    }

    [Fact]
    public void ManyRecordsDoNotLieWhereOnlyTheirNumberFits()
    {
        // They want 512 frames, and 343 more for their alignment; a module leaves 600.
        const ulong start = GiB + MiB;
        var boot = new BootMemory(new Multiboot2Builder()
            .MemoryMap(new MapEntry(start, 512 * MiB, MapEntry.Usable))
            .Module((uint)(start + (600 * FrameSize)), (uint)(start + (512 * MiB)), "large"));
        Assert.False(new FrameMemory(boot, populate: false).IsPlanned);
    }
}
