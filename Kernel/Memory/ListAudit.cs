using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <summary>
/// The part of <see cref="FrameAudit"/> that goes along the lists. A list is never followed further than the records
/// say that it can be long, so that a ring ends too.
/// </summary>
internal readonly ref struct ListAudit
{
    private readonly ref FrameAllocator _frames;

    /// <summary>An audit of these frames' lists.</summary>
    internal ListAudit(ref FrameAllocator frames) => _frames = ref frames;

    /// <summary>
    /// The first rule that is broken, given how many records say that they are in a list or a cache.
    /// </summary>
    internal AuditResult Check(uint freeBlocks, uint ready, uint zeroed)
    {
        uint left = freeBlocks;
        for (FrameZone zone = FrameZone.RealMode; zone <= FrameZone.Anywhere; zone++)
        {
            for (FrameOrder order = FrameOrder.One; order <= FrameOrder.Huge; order = order.Twice)
            {
                AuditResult result = CheckList(zone, order, ref left);
                if (!result.IsSound)
                {
                    return result;
                }
            }
        }

        if (left != 0)
        {
            return new AuditResult(AuditRule.Lists, Frame.None);
        }

        AuditResult cache = CheckCache(in _frames.ReadyCache, FrameUse.Ready, ready);
        return cache.IsSound ? CheckCache(in _frames.ZeroedCache, FrameUse.Zeroed, zeroed) : cache;
    }

    private AuditResult CheckList(FrameZone zone, FrameOrder order, ref uint left)
    {
        Frame before = Frame.None;
        Frame block = _frames.Lists.Head(zone, order);
        if (_frames.Lists.IsListed(zone, order) != (block != Frame.None))
        {
            return new AuditResult(AuditRule.Lists, block);
        }

        while (block != Frame.None)
        {
            if (left == 0 || !IsInPlace(block, before, zone, order))
            {
                return new AuditResult(AuditRule.Lists, block);
            }

            left--;
            before = block;
            block = Machine.Record(block).Next;
        }

        return default;
    }

    private bool IsInPlace(Frame block, Frame before, FrameZone zone, FrameOrder order)
    {
        if (!_frames.Records.Cover(block) || BuddyLists.ZoneOf(block) != zone)
        {
            return false;
        }

        ref FrameRecord record = ref Machine.Record(block);
        return record.Use == FrameUse.Free && record.Order == order && record.Link == before;
    }

    private AuditResult CheckCache(ref readonly FrameCache cache, FrameUse use, uint expected)
    {
        Frame frame = cache.Top;
        uint found = 0;
        while (frame != Frame.None)
        {
            if (found == expected || !_frames.Records.Cover(frame) || !IsClean(frame, use))
            {
                return new AuditResult(AuditRule.Caches, frame);
            }

            found++;
            frame = Machine.Record(frame).Next;
        }

        bool isRight = found == expected && cache.Count.Value == found && found <= FrameCache.Capacity;
        return new AuditResult(isRight ? AuditRule.None : AuditRule.Caches, Frame.None);
    }

    // Whoever takes the frame relies on the zeros.
    private static bool IsClean(Frame frame, FrameUse use)
    {
        ref FrameRecord record = ref Machine.Record(frame);
        return record.Use == use && record.Order == FrameOrder.One && record.Cursor == 0
            && record.Link == Frame.None;
    }
}
