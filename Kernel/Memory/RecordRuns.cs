using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Kernel.Firmware;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>Which frames have records: runs of them, lowest first, none overlapping another.</summary>
public struct RecordRuns
{
    private Slots _slots;
    private int _count;

    /// <summary>The runs, lowest first.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<RecordRun> All => ((ReadOnlySpan<RecordRun>)_slots)[.._count];

    /// <summary>How many frames have records.</summary>
    public readonly FrameCount Frames
    {
        get
        {
            FrameCount frames = FrameCount.Zero;
            foreach (ref readonly RecordRun run in All)
            {
                frames += run.Described.Count;
            }

            return frames;
        }
    }

    /// <summary>The memory that the records take.</summary>
    public readonly ByteCount Cost => new FrameCount(Frames.Value / RecordRun.FramesPerPage).Bytes;

    /// <summary>Whether a frame has a record. The time grows with the logarithm of the number of runs.</summary>
    public readonly bool Cover(Frame frame)
    {
        ReadOnlySpan<RecordRun> runs = All;
        int low = 0;
        int high = runs.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (runs[middle].Described.Contains(frame))
            {
                return true;
            }

            bool isBehind = frame >= runs[middle].Described.End;
            low = isBehind ? middle + 1 : low;
            high = isBehind ? high : middle;
        }

        return false;
    }

    /// <summary>
    /// Adds a run behind all others. There is room for one to each region of the memory map; false beyond that.
    /// </summary>
    internal bool TryAdd(RecordRun run)
    {
        if (_count == MemoryMap.Capacity)
        {
            return false;
        }

        _slots[_count++] = run;
        return true;
    }

    [InlineArray(MemoryMap.Capacity)]
    private struct Slots
    {
        private RecordRun _first;
    }
}
