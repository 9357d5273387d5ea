using System;
using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// Looks at every record there is and says whether the frame table is sound. For tests and debug builds: the time
/// grows with memory.
/// </summary>
public ref struct FrameAudit
{
    private readonly ref FrameAllocator _frames;
    private FrameCount _free;
    private FrameCount _used;
    private FrameCount _reserved;
    private uint _freeBlocks;
    private uint _ready;
    private uint _zeroed;

    private FrameAudit(ref FrameAllocator frames) => _frames = ref frames;

    /// <summary>The first rule that is broken; changes nothing.</summary>
    public static AuditResult Check(ref FrameAllocator frames)
    {
        var audit = new FrameAudit(ref frames);
        AuditResult result = audit.CheckBlocks();
        if (result.IsSound)
        {
            result = new ListAudit(ref frames).Check(audit._freeBlocks, audit._ready, audit._zeroed);
        }

        return result.IsSound ? audit.CheckTotals() : result;
    }

    private AuditResult CheckBlocks()
    {
        foreach (ref readonly RecordRun run in _frames.Records.All)
        {
            Frame block = run.Described.First;
            while (block < run.Described.End)
            {
                AuditRule rule = CheckBlock(block, run.Described.End - block);
                if (rule != AuditRule.None)
                {
                    return new AuditResult(rule, block);
                }

                block += Machine.Record(block).Order.Frames;
            }
        }

        return default;
    }

    private AuditRule CheckBlock(Frame block, FrameCount room)
    {
        ref FrameRecord record = ref Machine.Record(block);
        if (record.Use == FrameUse.Tail)
        {
            return AuditRule.Blocks;
        }

        FrameOrder order = record.Order;
        if (order > FrameOrder.Huge || !order.Aligns(block) || order.Frames > room)
        {
            return AuditRule.Alignment;
        }

        if (!HasTails(block, order.Frames.Value))
        {
            return AuditRule.Blocks;
        }

        Count(in record);
        if (record.Use is FrameUse.Free or FrameUse.Ready or FrameUse.Zeroed && record.References != 0)
        {
            return AuditRule.FreeReferences;
        }

        return record.Use == FrameUse.Free && HasFreeBuddy(block, order) ? AuditRule.Joined : AuditRule.None;
    }

    // Nearly all records of a free memory are tails, which are zeros: from the fourth on they are looked at in fours, for
    // the size of a block is a power of two.
    private static bool HasTails(Frame block, uint frames)
    {
        const uint atOnce = 4;
        FrameUse others = FrameUse.Tail;
        for (uint i = 1; i < Math.Min(frames, atOnce); i++)
        {
            others |= UseOf(block, i);
        }

        for (uint i = atOnce; i < frames && others == FrameUse.Tail; i += atOnce)
        {
            others = UseOf(block, i) | UseOf(block, i + 1) | UseOf(block, i + 2) | UseOf(block, i + 3);
        }

        return others == FrameUse.Tail;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static FrameUse UseOf(Frame block, uint offset) => Machine.Record(block + new FrameCount(offset)).Use;

    private void Count(ref readonly FrameRecord record)
    {
        FrameCount frames = record.Order.Frames;
        _reserved += record.Use == FrameUse.Reserved ? frames : FrameCount.Zero;
        _used += record.Use >= FrameUse.Kernel ? frames : FrameCount.Zero;
        _free += record.Use is FrameUse.Free or FrameUse.Ready or FrameUse.Zeroed ? frames : FrameCount.Zero;
        _freeBlocks += record.Use == FrameUse.Free ? 1U : 0U;
        _ready += record.Use == FrameUse.Ready ? 1U : 0U;
        _zeroed += record.Use == FrameUse.Zeroed ? 1U : 0U;
    }

    private readonly bool HasFreeBuddy(Frame block, FrameOrder order)
    {
        Frame buddy = order.BuddyOf(block);
        if (order == FrameOrder.Huge || !_frames.Records.Cover(buddy))
        {
            return false;
        }

        ref FrameRecord record = ref Machine.Record(buddy);
        return record.Use == FrameUse.Free && record.Order == order;
    }

    private readonly AuditResult CheckTotals()
    {
        bool isRight = _free == _frames.Free
            && _used == _frames.Used
            && _reserved == _frames.Reserved
            && _free + _used + _reserved == _frames.All
            && _frames.All == _frames.Records.Frames;
        return new AuditResult(isRight ? AuditRule.None : AuditRule.Totals, Frame.None);
    }
}
