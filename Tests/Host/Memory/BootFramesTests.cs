using FsCheck;
using FsCheck.Fluent;
using Kernel.Memory;
using Kernel.Tests.Host.Firmware;
using Kernel.Units;
using Xunit;
using Property = Kernel.Tests.Host.Text.Property;

namespace Kernel.Tests.Host.Memory;

public class BootFramesTests
{
    private static readonly PhysAddr s_noLimit = new(1UL << 52);

    [Fact]
    public void TheFirstFrameLiesBehindTheImage()
    {
        BootFrames frames = new BootMemory(MapEntry.Pc128MiB).Frames;
        Assert.True(frames.TryTake(s_noLimit, out PhysAddr frame));
        Assert.Equal(new PhysAddr(0x15_2000), frame);
        Assert.Equal(new PhysAddr(0x15_3000), frames.Next);
    }

    [Fact]
    public void NoFrameReachesBeyondTheLimit()
    {
        BootFrames frames = new BootMemory(MapEntry.Pc128MiB).Frames;
        Assert.False(frames.TryTake(new PhysAddr(0x15_2FFF), out _));
        Assert.True(frames.TryTake(new PhysAddr(0x15_3000), out _));
        Assert.False(frames.TryTake(new PhysAddr(0x15_3000), out _));
    }

    [Fact]
    public void ModulesAreLeftAlone()
    {
        var memory = new BootMemory(new Multiboot2Builder()
            .MemoryMap(MapEntry.Pc128MiB).Module(0x15_2000, 0x15_3001, "a").Module(0x15_4800, 0x15_5000, "b"));
        BootFrames frames = memory.Frames;
        Assert.True(frames.TryTake(s_noLimit, out PhysAddr frame));
        Assert.Equal(new PhysAddr(0x15_5000), frame);
    }

    [Fact]
    public void EveryFreeFrameComesOnceAndNoOther()
    {
        Gen<MapEntry> entry =
            from start in Gen.Choose(0, 0x40_0000)
            from length in Gen.Choose(1, 0x10_0000)
            from type in Gen.Elements(MapEntry.Usable, MapEntry.Usable, MapEntry.Reserved)
            select new MapEntry((ulong)start, (ulong)length, type);

        // The last one keeps the map from having no usable memory at all, which is an error of its own.
        Gen<MapEntry[]> maps = entry.ArrayOf().Select(entries =>
            (MapEntry[])[.. entries, new MapEntry(0x50_0000, 0x1_0000, MapEntry.Usable)]);
        Property.Holds(maps, entries =>
        {
            var memory = new BootMemory(entries);
            Assert.Equal(memory.Expected(0x60_0000), memory.TakeAll(s_noLimit));
        });
    }
}
