using System.Collections.Generic;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tests.Host.Firmware;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Memory;

/// <summary>A machine with this memory and a frame table for it, ready for use.</summary>
internal sealed class FrameMemory
{
    private const ulong MiB = 1UL << 20;

    private readonly BootMemory _boot;
    private readonly PhysAddr _firstFree;
    private FrameAllocator _frames;

    public FrameMemory(BootMemory boot, ulong firstFree = 0x16_0000, bool populate = true)
    {
        _boot = boot;
        _firstFree = new PhysAddr(firstFree);
        SimMachine.Current.HasRecord = frame => _frames.Records.Cover(frame);
        IsPlanned = _frames.TryPlan(in boot.Info, InUse);
        if (IsPlanned && populate)
        {
            _frames.Populate(in boot.Info, InUse);
        }
    }

    public bool IsPlanned { get; }

    public ref FrameAllocator Frames => ref _frames;

    public ref readonly BootInfo Info => ref _boot.Info;

    public BootUse InUse => new(in _boot.Info, BootMemory.Image, _firstFree);

    /// <summary>
    /// Memory in every zone, with holes: about 1,100 frames, of which most lie above 16 MiB; at 41 MiB a free block
    /// whose buddy has no records.
    /// </summary>
    public static FrameMemory Sparse() => new(new BootMemory(
        new MapEntry(0x1_0000, 0x2_0000, MapEntry.Usable),
        new MapEntry(3 * MiB, 0x8_0000, MapEntry.Usable),
        new MapEntry(32 * MiB, (2 * MiB) + 0x4000, MapEntry.Usable),
        new MapEntry((34 * MiB) + 0x4_3000, 0x1_F800, MapEntry.Usable),
        new MapEntry(41 * MiB, MiB + 0x2000, MapEntry.Usable),
        new MapEntry((1UL << 32) + 0x3000, 0x8_2000, MapEntry.Usable)));

    /// <summary>A few frames above 16 MiB and nothing else; a page of records takes one of them.</summary>
    public static FrameMemory Tiny(uint frames) =>
        new(new BootMemory(new MapEntry(32 * MiB, (frames + 1) * 4096UL, MapEntry.Usable)));

    public void AssertSound() => Assert.Equal(default, FrameAudit.Check(ref _frames));

    /// <summary>All frames that are free, as their records say.</summary>
    public SortedSet<uint> FreeFrames()
    {
        var free = new SortedSet<uint>();
        ForEachBlock((block, record) =>
        {
            for (uint i = 0; i < record.Order.Frames.Value && IsFree(record.Use); i++)
            {
                free.Add(block.Number + i);
            }
        });
        return free;
    }

    /// <summary>The free blocks that are in lists, by first frame.</summary>
    public SortedDictionary<uint, int> FreeBlocks()
    {
        var blocks = new SortedDictionary<uint, int>();
        ForEachBlock((block, record) =>
        {
            if (record.Use == FrameUse.Free)
            {
                blocks.Add(block.Number, record.Order.Exponent);
            }
        });
        return blocks;
    }

    public static bool IsFree(FrameUse use) => use is FrameUse.Free or FrameUse.Ready or FrameUse.Zeroed;

    private void ForEachBlock(System.Action<Frame, FrameRecord> action)
    {
        foreach (RecordRun run in _frames.Records.All)
        {
            for (Frame block = run.Described.First; block < run.Described.End;)
            {
                FrameRecord record = SimMachine.Record(block);
                action(block, record);
                block += record.Order.Frames;
            }
        }
    }
}
