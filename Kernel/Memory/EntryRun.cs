namespace Kernel.Memory;

/// <summary>
/// Entries side by side in one table, asked all at once: several at a time, and no branch for each, because long
/// messages cost as many rounds.
/// </summary>
internal static class EntryRun
{
    private const int Step = 8;

    /// <summary>The bits that at least one of so many entries has.</summary>
    internal static ulong BitsOfAny(EntrySlot first, int count)
    {
        ulong any = 0;
        EntrySlot slot = first;
        for (EntrySlot last = first[count & ~(Step - 1)]; slot.IsBefore(last); slot = slot[Step])
        {
            any |= slot.Entry.Bits | slot[1].Entry.Bits | slot[2].Entry.Bits | slot[3].Entry.Bits
                | slot[4].Entry.Bits | slot[5].Entry.Bits | slot[6].Entry.Bits | slot[7].Entry.Bits;
        }

        for (EntrySlot end = first[count]; slot.IsBefore(end); slot = slot[1])
        {
            any |= slot.Entry.Bits;
        }

        return any;
    }

    /// <summary>The bits that all of so many entries have.</summary>
    internal static ulong BitsOfAll(EntrySlot first, int count)
    {
        ulong all = ulong.MaxValue;
        EntrySlot slot = first;
        for (EntrySlot last = first[count & ~(Step - 1)]; slot.IsBefore(last); slot = slot[Step])
        {
            all &= slot.Entry.Bits & slot[1].Entry.Bits & slot[2].Entry.Bits & slot[3].Entry.Bits
                & slot[4].Entry.Bits & slot[5].Entry.Bits & slot[6].Entry.Bits & slot[7].Entry.Bits;
        }

        for (EntrySlot end = first[count]; slot.IsBefore(end); slot = slot[1])
        {
            all &= slot.Entry.Bits;
        }

        return all;
    }
}
