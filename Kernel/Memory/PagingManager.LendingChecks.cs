using Kernel.Units;

namespace Kernel.Memory;

/// <content>Whether a range can be lent: the frames it takes, and what the target is charged.</content>
public partial struct PagingManager
{
    // A loop, and no call of itself: that would be a jump with arguments on the stack, which no unwinder follows.
    private PagingError CheckLend(in AddressSpace source, PageRange from, in AddressSpace target, PageRange to)
    {
        while (true)
        {
            SettleTally tally = CountLend(in source, from, in target, to);
            PagingError error = IsAmple(in target, tally.Weight + tally.Created)
                ? PagingError.None
                : CheckCharge(target.Charge, target.Quota, WeighLend(in source, from, in target, to) + tally.Created);
            if (error != PagingError.None || tally.Frames <= Frames.Free.Value)
            {
                return error;
            }

            if (!TryMakeRoom(tally.Frames))
            {
                return PagingError.OutOfMemory;
            }
        }
    }

    // The tables that are needed, and the most that the target can be charged for what it gets.
    private static SettleTally CountLend(
        in AddressSpace source, PageRange from, in AddressSpace target, PageRange to)
    {
        var tally = new SettleTally();
        for (VirtAddr next = to.Start; next < to.End;)
        {
            var chunk = LentChunk.At(in source, from.Start + (next - to.Start), next, to.End);
            if (!IsNothing(in target, in chunk))
            {
                tally.Add(target.Root, next, chunk.Target.Level);
                tally.Weight += (ulong)chunk.Target.Count * EntryWeight.OfWhole(chunk.Target.Level).Value;
            }

            next = chunk.Target.End;
        }

        return tally;
    }

    // What the target gets, less what it loses.
    private static long WeighLend(in AddressSpace source, PageRange from, in AddressSpace target, PageRange to)
    {
        long more = 0;
        for (VirtAddr next = to.Start; next < to.End;)
        {
            var chunk = LentChunk.At(in source, from.Start + (next - to.Start), next, to.End);
            for (int step = 0; step < chunk.Target.Count; step++)
            {
                more += EntryWeight.Of(chunk.EntryOf(step), chunk.Target.Level).Value;
            }

            more -= WeightAt(in target, chunk.Target);
            next = chunk.Target.End;
        }

        return more;
    }

    private static bool IsNothing(in AddressSpace target, ref readonly LentChunk chunk)
    {
        for (int step = 0; step < chunk.Target.Count; step++)
        {
            if (!chunk.EntryOf(step).IsEmpty)
            {
                return false;
            }
        }

        return IsEmpty(in target, chunk.Target);
    }

    private static long WeightAt(in AddressSpace target, PageChunk chunk)
    {
        PageWalk walk = PageWalk.To(target.Root, chunk.Address, chunk.Level);
        if (walk.Level > chunk.Level)
        {
            return walk.Entry.IsEmpty ? 0 : (long)chunk.Count * EntryWeight.OfWhole(chunk.Level).Value;
        }

        long weight = 0;
        for (int step = 0; step < chunk.Count; step++)
        {
            weight += EntryWeight.Of(walk.Slot[step].Entry, chunk.Level).Value;
        }

        return weight;
    }
}
