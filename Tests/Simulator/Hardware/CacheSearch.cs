using Kernel.Memory;
using Kernel.Units;

namespace Simulator.Hardware;

/// <summary>
/// Finds what a processor may remember: it reads the entries of a path one after the other, each at a moment when the
/// one before could still be used, none after that was forgotten.
/// </summary>
internal sealed class CacheSearch(Caches caches)
{
    private int _frame;

    /// <summary>A right or a translation that is gone may still be used: nowhere.</summary>
    public void AssertNoHarm()
    {
        _frame = -1;
        Start();
    }

    /// <summary>A frame may still be reached: by nobody.</summary>
    public void AssertForgotten(int frame)
    {
        _frame = frame;
        Start();
    }

    private void Start() => Descend(
        FlatMachine.IndexOf(caches.Root), FlatMachine.Geometry.Levels, address: 0, ~0UL, isStale: false, 0,
        caches.Now + 1);

    // Reads a table at moments from first on and before end; the bits are those that all entries above have.
    private void Descend(int table, int level, ulong address, ulong above, bool isStale, int first, int end)
    {
        int count = level == FlatMachine.Geometry.Levels
            ? FlatMachine.Geometry.EntriesPerTable / 2
            : FlatMachine.Geometry.EntriesPerTable;
        for (int index = 0; index < count; index++)
        {
            ulong at = address | ((ulong)index << FlatMachine.Geometry.ShiftAt(level));
            int change = caches.NewestOf(table, index);
            int from = change < 0 ? 0 : caches.Changes[change].Until;
            Follow(FlatMachine.Words(table)[index], level, at, above, isStale, int.Max(first, from), end - 1);
            while (change >= 0)
            {
                EntryChange past = caches.Changes[change];
                Follow(
                    past.Before, level, at, above, isStale: true, int.Max(first, past.From),
                    int.Min(end, past.Until) - 1);
                change = past.Previous;
            }
        }
    }

    // The value was read at some moment from first to last.
    private void Follow(ulong bits, int level, ulong address, ulong above, bool isStale, int first, int last)
    {
        const ulong user = PageEntry.Present | PageEntry.User;
        if (first > last || (bits & user) != user)
        {
            return;
        }

        uint target = new PageEntry(bits).Target.Number - (uint)FlatMachine.FirstNumber;
        ulong rights = above & (bits ^ PageEntry.NoExecute);
        if (target >= FlatMachine.FrameCount)
        {
            return;
        }

        if (level > 1)
        {
            int dropped = caches.TablesDroppedAfter(last);
            AssertNotSought((int)target, address, isHeld: isStale && dropped > caches.Now);
            Descend((int)target, level - 1, address, rights, isStale, first, dropped);
        }
        else if (isStale && last >= caches.PageHeldSince(address >> FlatMachine.Geometry.PageBits))
        {
            AssertNotSought((int)target, address, isHeld: true);
            AssertStillTrue((int)target, rights, new VirtAddr(address));
        }
    }

    private void AssertNotSought(int target, ulong address, bool isHeld)
    {
        if (isHeld && target == _frame)
        {
            SimulationException.Throw($"frame {_frame:x} is given back, and may still be reached at {address:x}");
        }
    }

    private void AssertStillTrue(int target, ulong rights, VirtAddr page)
    {
        if (_frame >= 0)
        {
            return;
        }

        const ulong counted = PageEntry.Writable | PageEntry.NoExecute;
        bool isThere = TableWalk.TryTranslate(caches.Root, page, out int frame, out ulong now);
        if (!isThere || frame != target || (rights & ~now & counted) != 0)
        {
            SimulationException.Throw(
                $"the processor may still use page {page.Value:x}, frame {target:x}, as it was");
        }
    }
}
