using System.Collections.Generic;
using Kernel.Machines;
using Kernel.Simulation;
using Kernel.Units;

namespace Kernel.Tests.Host.Simulation;

/// <summary>A simulated machine with tables written by hand, one entry at a time.</summary>
internal sealed class TableSpace
{
    public const ulong Present = 1, Writable = 2, User = 4, Accessed = 0x20, Dirty = 0x40, Large = 0x80, Global = 0x100;
    public const ulong Mark = 0x200, NoExecute = 1UL << 63;
    public const ulong Open = Present | Writable | User;
    public const ulong ReadOnly = Present | User;

    private int _taken;

    public TableSpace(Geometry? geometry = null, PagingControls? controls = null, int? seed = null, int frames = 64)
    {
        Memory = new SimPhysical(geometry ?? new Geometry(4, 2, 5), frames);
        Root = Take();
        Mmu = new SimMmu(Memory, controls ?? new PagingControls(), Root, seed);
    }

    public SimPhysical Memory { get; }

    public SimMmu Mmu { get; }

    public PhysAddr Root { get; set; }

    public Geometry Geometry => Memory.Geometry;

    public IEnumerable<VirtAddr> Pages
    {
        get
        {
            for (ulong page = 0; page < 1UL << (Geometry.Levels * Geometry.IndexBits); page++)
            {
                yield return Page(page);
            }
        }
    }

    public VirtAddr Page(ulong number) => Geometry.Canonical(new VirtAddr(number << Geometry.PageBits));

    public PhysAddr Take() => SimPhysical.FrameAt(_taken++);

    /// <summary>Frames for a large page at a level, aligned to its size.</summary>
    public PhysAddr TakeLarge(int level)
    {
        int count = 1 << ((level - 1) * Geometry.IndexBits);
        _taken = (_taken + count - 1) / count * count;
        PhysAddr first = SimPhysical.FrameAt(_taken);
        _taken += count;
        return first;
    }

    /// <summary>Maps a page and makes the tables that are missing.</summary>
    public PhysAddr Map(VirtAddr page, PhysAddr frame, ulong flags, int level = 1)
    {
        PhysAddr table = Root;
        for (int at = Geometry.Levels; at > level; at--)
        {
            int index = Geometry.IndexOf(page, at);
            if ((Memory.ReadEntry(table, index) & Present) == 0)
            {
                Memory.WriteEntry(table, index, Take().Value | Open);
            }

            table = new PhysAddr(Memory.ReadEntry(table, index) & 0x000F_FFFF_FFFF_F000);
        }

        Memory.WriteEntry(table, Geometry.IndexOf(page, level), frame.Value | flags | (level > 1 ? Large : 0));
        return frame;
    }

    /// <summary>Maps a new page.</summary>
    public PhysAddr Map(VirtAddr page, ulong flags) => Map(page, Take(), flags);

    /// <summary>The table whose entry at the level leads to the page.</summary>
    public PhysAddr TableOf(VirtAddr page, int level)
    {
        PhysAddr table = Root;
        for (int at = Geometry.Levels; at > level; at--)
        {
            table = new PhysAddr(Memory.ReadEntry(table, Geometry.IndexOf(page, at)) & 0x000F_FFFF_FFFF_F000);
        }

        return table;
    }

    public ulong Entry(VirtAddr page, int level = 1) =>
        Memory.ReadEntry(TableOf(page, level), Geometry.IndexOf(page, level));

    /// <summary>Writes the entry at a level, as part of a named operation.</summary>
    public void Write(string operation, VirtAddr page, ulong bits, int level = 1)
    {
        using (Mmu.Operation(operation))
        {
            Memory.WriteEntry(TableOf(page, level), Geometry.IndexOf(page, level), bits);
        }
    }

    /// <summary>The table at a level gives way to a copy, as when a shared table is settled.</summary>
    public PhysAddr Settle(string operation, VirtAddr page, int level)
    {
        PhysAddr old = TableOf(page, level);
        PhysAddr copy = Take();
        Memory.Copy(old, copy);
        Write(operation, page, copy.Value | Open, level + 1);
        return old;
    }

    /// <summary>The worst that any access to any page may meet.</summary>
    public AccessResult Worst()
    {
        AccessResult worst = default;
        foreach (VirtAddr page in Pages)
        {
            foreach (AccessKind kind in new[] { AccessKind.Read, AccessKind.Write, AccessKind.Fetch })
            {
                AccessResult result = Mmu.Access(page, kind, Ring.User);
                worst = result.Staleness > worst.Staleness ? result : worst;
            }
        }

        return worst;
    }
}
