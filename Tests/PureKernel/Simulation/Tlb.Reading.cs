using System;
using Kernel.Units;

namespace Kernel.Simulation;

/// <content>Down through the tables, with the run of moments at which each entry can have been read.</content>
internal sealed partial class Tlb
{
    // Reads a table at moments from first on and before end.
    private void Descend(
        in Reading reading, int level, PhysAddr table, PathRights rights, VirtAddr address, int first, int end)
    {
        if (!reading.IsWhole)
        {
            int index = memory.Geometry.IndexOf(address, level);
            ReadEntry(reading, level, table, index, rights, address, first, end);
            return;
        }

        for (int index = 0; index < memory.Geometry.EntriesPerTable; index++)
        {
            VirtAddr start = memory.Geometry.Canonical(new VirtAddr(
                address.Value | ((ulong)index << memory.Geometry.ShiftAt(level))));
            ReadEntry(reading, level, table, index, rights, start, first, end);
        }
    }

    // Each value that the entry had in that time.
    private void ReadEntry(
        in Reading reading, int level, PhysAddr table, int index, PathRights rights, VirtAddr address,
        int first, int end)
    {
        EntryHistory? history = memory.HistoryOf(table, index);
        if (history is null)
        {
            ulong bits = EntryBits.Cacheable(memory.ReadEntry(table, index));
            SetStep(level, new PathStep(level, table, index, bits, "start", null));
            Follow(reading, level, bits, rights, address, first, end - 1);
            return;
        }

        int replaced = int.MaxValue;
        string? replacedBy = null;
        for (int at = history.Count - 1; at >= 0 && replaced > first; at--)
        {
            EntryValue value = history[at];
            SetStep(level, new PathStep(level, table, index, value.Bits, value.Operation, replacedBy));
            Follow(reading, level, value.Bits, rights, address,
                int.Max(first, value.From), int.Min(end, replaced) - 1);
            replaced = value.From;
            replacedBy = value.Operation;
        }
    }

    // The value was read at some moment from first to last.
    private void Follow(
        in Reading reading, int level, ulong bits, PathRights above, VirtAddr address, int first, int last)
    {
        if (first > last || (Format.Controls.ProcessContexts && !roots.TryNarrow(reading.Context, ref first, ref last)))
        {
            return;
        }

        EntryKind kind = Format.KindOf(bits, level);
        PathRights rights = above.Through(bits);
        if (kind == EntryKind.Table)
        {
            FollowTable(reading, level, EntryFormat.TableIn(bits), rights, address, first, last);
        }
        else if (kind == EntryKind.Page)
        {
            FollowPage(reading, level, bits, rights, address, last);
        }
        else if (last == memory.Clock.Now && !reading.OnlyGlobals)
        {
            reading.Sink.DeadEnd(kind, Path(level));
        }
    }

    private void FollowTable(
        in Reading reading, int level, PhysAddr table, PathRights rights, VirtAddr address, int first, int last)
    {
        int dropped = invalidations.Of(reading.Context).PathDroppedAfter(address, level, last);
        if (dropped == int.MaxValue)
        {
            reading.Sink.Table(table, Path(level));
        }

        Descend(reading, level - 1, table, rights, address, first, int.Min(dropped, memory.Clock.Now + 1));
    }

    // A fragment of a large page may be cached, and dropped, as a small page is (Intel SDM vol. 3, 4.10.2.3).
    private void FollowPage(
        in Reading reading, int level, ulong bits, PathRights rights, VirtAddr address, int last)
    {
        ulong fragments = reading.IsWhole ? 1UL << ((level - 1) * memory.Geometry.IndexBits) : 1;
        for (ulong fragment = 0; fragment < fragments; fragment++)
        {
            var at = new VirtAddr(address.Value + (fragment << memory.Geometry.PageBits));
            Translation translation = new PageWalk(memory, Format).Translate(bits, at, level, rights);
            bool isUsable = translation.IsGlobal || !reading.OnlyGlobals;
            if (isUsable && last >= HeldSince(reading.Context, at, level, translation.IsGlobal))
            {
                reading.Sink.Translation(translation, at, Path(level));
            }
        }
    }

    private int HeldSince(int context, VirtAddr address, int level, bool isGlobal)
    {
        int whole = invalidations.PageHeldSince(context, address, level, isGlobal);
        return level == 1
            ? whole
            : int.Max(whole, invalidations.PageHeldSince(context, address, level: 1, isGlobal));
    }

    private void SetStep(int level, in PathStep step) => _path[memory.Geometry.Levels + 1 - level] = step;

    private ReadOnlySpan<PathStep> Path(int level) => _path.AsSpan(0, memory.Geometry.Levels + 2 - level);

    private readonly record struct Reading(IServingSink Sink, int Context, bool OnlyGlobals, bool IsWhole);
}
