using System.Collections.Generic;
using Kernel.Memory;
using Kernel.Units;

namespace Simulator.Hardware;

/// <summary>
/// What a processor may remember of page tables: everything that it can have read since it last forgot all. Nothing is
/// stored but what entries were before they changed, and when; <see cref="CacheSearch"/> finds what can have been made
/// of it, by the rules of docs/04-what-the-processor-may-remember.md.
/// </summary>
internal sealed class Caches
{
    private const int SlotBits = 4;

    private readonly List<EntryChange> _changes = [];
    private readonly List<(int When, ulong Page)> _dropped = [];
    private readonly CacheSearch _search;
    private int[] _newest = [];
    private bool _isIdle = true;
    private bool _hasLoss;

    /// <summary>A processor that has just been given this root.</summary>
    public Caches(Frame root)
    {
        Root = root;
        _search = new CacheSearch(this);
    }

    /// <summary>The root that is in CR3.</summary>
    public Frame Root { get; private set; }

    /// <summary>The present: events are numbered since all was forgotten.</summary>
    public int Now { get; private set; }

    /// <summary>What entries were, oldest first.</summary>
    public List<EntryChange> Changes => _changes;

    /// <summary>How often CR3 was written.</summary>
    public ulong RootWrites { get; private set; }

    /// <summary>An entry is about to change. With the kernel's root nothing of programs can be read.</summary>
    public void Note(int table, int index, ulong before, ulong after)
    {
        if (_isIdle)
        {
            return;
        }

        if (_newest.Length == 0)
        {
            _newest = new int[FlatMachine.FrameCount << SlotBits];
        }

        int slot = (table << SlotBits) | index;
        int previous = _newest[slot] - 1;
        int from = previous < 0 ? 0 : _changes[previous].Until;
        _changes.Add(new EntryChange(slot, before, from, ++Now, previous));
        _newest[slot] = _changes.Count;
        _hasLoss |= IsLoss(new PageEntry(before), new PageEntry(after));
    }

    /// <summary>The change of an entry that came last; -1 where it has not changed.</summary>
    public int NewestOf(int table, int index) => _newest[(table << SlotBits) | index] - 1;

    /// <summary>MOV to CR3: all is forgotten.</summary>
    public void SwitchTo(Frame root)
    {
        Root = root;
        RootWrites++;
        _isIdle = root == FlatMachine.KernelRoot;
        Now = 0;
        _hasLoss = false;
        foreach (EntryChange change in _changes)
        {
            _newest[change.Slot] = 0;
        }

        _changes.Clear();
        _dropped.Clear();
    }

    /// <summary>INVLPG: a page's translation goes, and all that was read of upper tables.</summary>
    public void DropPage(VirtAddr page) =>
        _dropped.Add((++Now, page.Value >> FlatMachine.Geometry.PageBits));

    /// <summary>When tables that were read at a moment were forgotten; after the present if they were not.</summary>
    public int TablesDroppedAfter(int moment)
    {
        foreach ((int when, _) in _dropped)
        {
            if (when > moment)
            {
                return when;
            }
        }

        return Now + 1;
    }

    /// <summary>What was translated before this is forgotten.</summary>
    public int PageHeldSince(ulong page)
    {
        for (int i = _dropped.Count - 1; i >= 0; i--)
        {
            if (_dropped[i].Page == page)
            {
                return _dropped[i].When;
            }
        }

        return 0;
    }

    /// <summary>No access of a program's may be served by what is not true any more.</summary>
    /// <exception cref="SimulationException">One may.</exception>
    public void AssertNoHarm()
    {
        if (_hasLoss)
        {
            _search.AssertNoHarm();
        }
    }

    /// <summary>Nothing that is remembered may point at a frame.</summary>
    /// <exception cref="SimulationException">Something does.</exception>
    public void AssertForgotten(int frame)
    {
        foreach (EntryChange change in _changes)
        {
            if ((change.Before & PageEntry.Present) != 0
                && new PageEntry(change.Before).Target == FlatMachine.FrameAt(frame))
            {
                _search.AssertForgotten(frame);
                return;
            }
        }
    }

    // Something that could be done by an entry cannot be done any more.
    private static bool IsLoss(PageEntry before, PageEntry after) => before.IsPresent
        && (!after.IsPresent || before.Target != after.Target || after.Withholds(before));
}
