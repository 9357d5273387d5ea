using System.Runtime.CompilerServices;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Audit;

/// <summary>What the entries of one table of a task's come to.</summary>
internal ref struct TableSum
{
    private const int AtOnce = 4;

    private ulong _weight;
    private uint _guards;

    /// <summary>Reads the entries from <paramref name="first"/> on.</summary>
    internal TableSum(Frame table, int first)
    {
        _weight = 1;
        for (int index = first; index < Machine.Geometry.EntriesPerTable; index++)
        {
            if (index % AtOnce == 0 && AreUnused(table, index))
            {
                index += AtOnce - 1;
                continue;
            }

            ulong bits = Machine.ReadEntry(table, index);
            if (bits != 0)
            {
                Add(new PageEntry(bits));
            }
        }
    }

    /// <summary>The scattered numbers of all that is pointed at.</summary>
    internal ulong Targets { get; private set; }

    /// <summary>Whether it has the kernel's half, so that more may be charged to it.</summary>
    internal bool IsRoot { get; private set; }

    /// <summary>The first rule that an entry breaks.</summary>
    internal SystemRule Rule { get; private set; }

    /// <summary>
    /// Whether it can weigh so much: a guard weighs what its entry covers, and does not say how much that is.
    /// </summary>
    internal readonly bool Weighs(ulong weight)
    {
        for (int level = 1; level <= EntryWeight.HighestPageLevel; level++)
        {
            if (weight == _weight + (_guards * (ulong)EntryWeight.OfWhole(level).Value))
            {
                return true;
            }
        }

        return false;
    }

    // Most entries of most tables are zeros.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreUnused(Frame table, int index) =>
        (Machine.ReadEntry(table, index) | Machine.ReadEntry(table, index + 1)
            | Machine.ReadEntry(table, index + 2) | Machine.ReadEntry(table, index + 3)) == 0;

    private void Add(PageEntry entry)
    {
        if (entry.IsGuard)
        {
            _guards++;
        }
        else if (!entry.IsPresent)
        {
            _weight += EntryWeight.OfWhole(entry.PageLevel).Value;
        }
        else if ((entry.Bits & PageEntry.User) == 0)
        {
            IsRoot = true;
        }
        else if ((entry.Bits & PageEntry.Large) != 0)
        {
            AddBlocks(entry);
        }
        else
        {
            AddOne(entry, entry.Target);
            ref readonly FrameRecord target = ref Machine.Record(entry.Target);
            _weight += target.Use == FrameUse.Table ? target.Weight.Value : 1;
        }
    }

    // A table that is taken apart may have a part of a page left: then its end is where it always was.
    private void AddBlocks(PageEntry entry)
    {
        uint frames = EntryWeight.FramesOf(entry).Value;
        var end = new Frame((entry.Target.Number & ~(frames - 1)) + frames);
        for (Frame block = entry.Target; block < end; block += Machine.Record(block).Order.Frames)
        {
            AddOne(entry, block);
        }

        _weight += EntryWeight.OfWhole(entry.PageLevel).Value;
    }

    private void AddOne(PageEntry entry, Frame target)
    {
        ref readonly FrameRecord record = ref Machine.Record(target);
        Targets += SystemAudit.Scatter(target);
        Rule = Rule != SystemRule.None ? Rule
            : record.Use is not (FrameUse.Page or FrameUse.Table) ? SystemRule.Targets
            : entry.IsWritable && record.References != 1 ? SystemRule.Writers
            : SystemRule.None;
    }
}
