using System;
using System.Collections.Generic;
using System.Linq;
using Kernel.Machines;
using Kernel.Simulation;
using Kernel.Units;

namespace Kernel.Tests.Host.Simulation;

/// <summary>A TLB entry; the context is nothing for a global one.</summary>
internal readonly record struct Held(
    int? Context, int Level, ulong Prefix, ulong Page, bool User, bool Writable, bool Disabled);

/// <summary>A paging-structure-cache entry: the table of the level below, and the rights so far.</summary>
internal readonly record struct HeldPath(
    int Context, int Level, ulong Prefix, ulong Table, bool User, bool Writable, bool Disabled);

/// <summary>
/// The caches of an eager processor: after every event it walks everywhere and keeps all it finds, in plain sets, until
/// an instruction drops it. Knows no time and no history.
/// </summary>
internal sealed class NaiveCaches(SimPhysical memory, PagingControls controls)
{
    private readonly HashSet<Held> _pages = [];
    private readonly HashSet<HeldPath> _paths = [];
    private ulong _root;
    private int _context;

    private Geometry Shape => memory.Geometry;

    public void Switch(ulong root, int context, bool keeps)
    {
        (_root, _context) = (root, context);
        if (!keeps)
        {
            Flush(context);
        }

        Fill();
    }

    public void Flush(int context)
    {
        _pages.RemoveWhere(page => page.Context == context);
        _paths.RemoveWhere(path => path.Context == context);
        Fill();
    }

    public void FlushContexts()
    {
        _pages.RemoveWhere(static page => page.Context is not null);
        _paths.Clear();
        Fill();
    }

    public void FlushAll()
    {
        _pages.Clear();
        _paths.Clear();
        Fill();
    }

    public void InvalidatePage(ulong address)
    {
        _pages.RemoveWhere(page => Covers(page, address) && (page.Context ?? _context) == _context);
        _paths.RemoveWhere(path => path.Context == _context);
        Fill();
    }

    public void InvalidatePrivate(ulong address, int context)
    {
        _pages.RemoveWhere(page => Covers(page, address) && page.Context == context);
        _paths.RemoveWhere(path => path.Context == context && Covers(path, address));
        Fill();
    }

    public void PageFault(ulong address)
    {
        _pages.RemoveWhere(page => Covers(page, address) && (page.Context ?? _context) == _context);
        _paths.RemoveWhere(path => path.Context == _context && Covers(path, address));
        Fill();
    }

    /// <summary>Walks from the root and from every path that is held, until nothing new is found.</summary>
    public void Fill()
    {
        var root = new HeldPath(_context, Shape.Levels + 1, 0, _root, User: true, Writable: true, Disabled: false);
        var open = new Queue<HeldPath>(_paths.Where(path => path.Context == _context).Prepend(root));
        while (open.TryDequeue(out HeldPath path))
        {
            for (int index = 0; index < Shape.EntriesPerTable; index++)
            {
                if (Read(path, index) is { } found && _paths.Add(found))
                {
                    open.Enqueue(found);
                }
            }
        }
    }

    /// <summary>All that an access may end with now: a place, or an error code.</summary>
    public IEnumerable<(bool IsFault, ulong Value)> Servings(ulong address, AccessKind kind, Ring ring)
    {
        foreach (Held page in _pages)
        {
            if (Covers(page, address) && (page.Context ?? _context) == _context)
            {
                yield return NaiveRules.IsAllowed(
                    page.User, page.Writable, page.Disabled, kind, ring, ac: false, controls)
                    ? (false, Place(page, address))
                    : (true, NaiveRules.ErrorCode(isPresent: true, isReserved: false, kind, ring, controls));
            }
        }

        var root = new HeldPath(_context, Shape.Levels + 1, 0, _root, User: true, Writable: true, Disabled: false);
        foreach (HeldPath path in _paths.Append(root))
        {
            bool isUsed = path.Context == _context && (path.Level > Shape.Levels || Covers(path, address));
            ulong entry = isUsed ? Entry(path, Shape.IndexOf(new VirtAddr(address), path.Level - 1)) : 1;
            bool isReserved = IsReserved(entry, path.Level - 1);
            if ((entry & 1) == 0 || isReserved)
            {
                yield return (true, NaiveRules.ErrorCode(isReserved, isReserved, kind, ring, controls));
            }
        }
    }

    /// <summary>Some access may be served with harm.</summary>
    public bool HasHarm(Func<VirtAddr, AccessKind, Ring, Staleness> worst)
    {
        for (ulong page = 0; page < 1UL << (Shape.Levels * Shape.IndexBits); page++)
        {
            VirtAddr address = Shape.Canonical(new VirtAddr(page << Shape.PageBits));
            bool isHarmful = Enum.GetValues<AccessKind>().Any(kind =>
                worst(address, kind, Ring.User) >= Staleness.KeptRight
                || worst(address, kind, Ring.Kernel) >= Staleness.KeptRight);
            if (isHarmful)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Some entry points at the frame: as a page, as a table, or as the root.</summary>
    public bool RefersTo(ulong frame) =>
        frame == _root
        || _paths.Any(path => path.Table == frame)
        || _pages.Any(page => frame >= page.Page && frame < page.Page + ((1UL << FrameBits(page.Level)) << 12));

    // A page found is kept at once; a path found is returned.
    private HeldPath? Read(in HeldPath path, int index)
    {
        ulong entry = Entry(path, index);
        int level = path.Level - 1;
        if ((entry & 1) == 0 || IsReserved(entry, level))
        {
            return null;
        }

        ulong prefix = (path.Prefix << Shape.IndexBits) | (uint)index;
        bool user = path.User && (entry & 4) != 0;
        bool writable = path.Writable && (entry & 2) != 0;
        bool disabled = path.Disabled || (entry >> 63) != 0;
        ulong target = entry & 0xF_FFFF_F000;
        if (level > 1 && (entry & 0x80) == 0)
        {
            return new HeldPath(_context, level, prefix, target, user, writable, disabled);
        }

        int? context = (entry & 0x100) != 0 ? null : _context;
        _pages.Add(new Held(context, level, prefix, target, user, writable, disabled));
        return null;
    }

    // The programs set no other reserved bit.
    private static bool IsReserved(ulong entry, int level) => (entry & 0x81) == 0x81 && level == 4;

    private ulong Entry(in HeldPath path, int index) => memory.ReadEntry(new PhysAddr(path.Table), index);

    private bool Covers(in Held page, ulong address) => Prefix(address, page.Level) == page.Prefix;

    private bool Covers(in HeldPath path, ulong address) => Prefix(address, path.Level) == path.Prefix;

    private ulong Prefix(ulong address, int level) =>
        (address & ((1UL << Shape.AddressBits) - 1)) >> Shape.ShiftAt(level);

    private int FrameBits(int level) => (level - 1) * Shape.IndexBits;

    private ulong Place(in Held page, ulong address)
    {
        ulong small = (address >> Shape.PageBits) & ((1UL << FrameBits(page.Level)) - 1);
        return page.Page + (small << 12) + (address & ((1UL << Shape.PageBits) - 1));
    }
}
