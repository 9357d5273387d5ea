using System.Linq;
using Kernel.Firmware;
using Kernel.Memory;
using Kernel.Tests.Host.Firmware;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Memory;

/// <summary>A machine with this memory, as its firmware tells it, and a kernel image in it.</summary>
internal sealed class BootMemory
{
    public static readonly PhysRange Image = new(new PhysAddr(0x10_0000), new PhysAddr(0x15_1008));

    private readonly Decoded _decoded;

    public BootMemory(Multiboot2Builder builder)
    {
        _decoded = Decoded.Multiboot2(builder.Tag(Multiboot2Builder.End, []).Build());
        Assert.False(_decoded.Error.IsError, _decoded.Error.ToString());
    }

    public BootMemory(params MapEntry[] entries)
        : this(new Multiboot2Builder().MemoryMap(entries))
    {
    }

    public ref readonly BootInfo Info => ref _decoded.Info;

    public BootFrames Frames => new(in Info, Image);

    /// <summary>Every frame that is there to be taken, one after the other.</summary>
    public ulong[] TakeAll(PhysAddr limit)
    {
        var frames = new System.Collections.Generic.List<ulong>();
        BootFrames source = Frames;
        while (source.TryTake(limit, out PhysAddr frame))
        {
            frames.Add(frame.Value);
        }

        return [.. frames];
    }

    /// <summary>
    /// The same, by asking of every frame below <paramref name="end"/> whether anything speaks against it.
    /// </summary>
    public ulong[] Expected(ulong end)
    {
        BootInfo info = Info;
        return [.. Enumerable.Range(256, (int)(end / 4096) - 256).Select(number => (ulong)number * 4096).Where(IsFree)];

        bool IsFree(ulong frame)
        {
            var range = new PhysRange(new PhysAddr(frame), new PhysAddr(frame + 4096));
            bool isTaken = Image.Overlaps(range);
            for (int i = 0; i < info.Modules.Length; i++)
            {
                isTaken |= info.Modules[i].Range.Overlaps(range);
            }

            return info.Memory.IsUsable(range) && !isTaken;
        }
    }
}
