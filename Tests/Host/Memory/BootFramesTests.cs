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
    public void ModulesAreLeftAloneInWhateverOrderTheyAreListed()
    {
        // The second one ends where the first one begins.
        var memory = new BootMemory(new Multiboot2Builder()
            .MemoryMap(MapEntry.Pc128MiB).Module(0x15_3000, 0x15_4000, "a").Module(0x15_2000, 0x15_3000, "b"));
        BootFrames frames = memory.Frames;
        Assert.True(frames.TryTake(s_noLimit, out PhysAddr frame));
        Assert.Equal(new PhysAddr(0x15_4000), frame);
    }

    [Fact]
    public void EveryFreeFrameComesOnceAndNoOther()
    {
        Property.Holds(RandomMaps.Below(0x40_0000, 0x10_0000), entries =>
        {
            var memory = new BootMemory(entries);
            Assert.Equal(memory.Expected(0x60_0000), memory.TakeAll(s_noLimit));
        });
    }
}
