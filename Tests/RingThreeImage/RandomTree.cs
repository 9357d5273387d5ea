using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Ring3;

/// <summary>
/// Page tables with anything in them that the kernel's own may have: large pages, shared tables, pages to come, guards,
/// rights that go at any level. The first 512 GiB are another space's, so that programs have their code.
/// </summary>
internal struct RandomTree(ulong seed, TreeTargets targets, int highestPageLevel)
{
    private const int Levels = 4;
    private const int PoolOrder = 5;

    private Seeded _random = new(seed);
    private Frame _pool;
    private int _used;
    private Frame _lastDirectory;
    private Frame _lastTable;

    /// <summary>The root.</summary>
    internal readonly Frame Root => _pool;

    /// <summary>Takes the frames for tables.</summary>
    internal void Take() => Scene.Insist(State.Memory.Frames.TryTakeBlock(
        new FrameOrder(PoolOrder), FrameZone.Anywhere, FrameUse.Kernel, out _pool));

    /// <summary>Gives them back.</summary>
    internal readonly void Release() => State.Memory.Frames.ReleaseReference(_pool);

    /// <summary>Makes the next tree; the processor uses none of the frames now.</summary>
    internal void Build(Frame other)
    {
        _used = 0;
        _lastDirectory = Frame.None;
        _lastTable = Frame.None;
        Frame root = NewTable();
        int half = Machine.Geometry.EntriesPerTable / 2;
        Machine.WriteEntry(root, 0, Machine.ReadEntry(other, 0));
        for (int i = half; i < 2 * half; i++)
        {
            Machine.WriteEntry(root, i, Machine.ReadEntry(other, i));
        }

        for (int i = 0; i < 3; i++)
        {
            Machine.WriteEntry(root, 1 + _random.Below(half - 1), NewEntry(Levels));
        }
    }

    /// <summary>
    /// An address of the user half, behind the first 512 GiB; of most the way leads far. Where a page is there, the
    /// frame at the address is one of the targets.
    /// </summary>
    internal VirtAddr PickAddress()
    {
        Frame table = Root;
        ulong address = 0;
        for (int level = Levels; level >= 1; level--)
        {
            int index = PickIndex(table, level);
            address |= (ulong)index << Machine.Geometry.ShiftAt(level);
            var entry = new PageEntry(Machine.ReadEntry(table, index));
            if (!entry.IsTable(level))
            {
                return new VirtAddr(address | InPage(level) << Frame.Shift);
            }

            table = entry.Target;
        }

        return new VirtAddr(address);
    }

    private ulong InPage(int level) => level switch
    {
        1 => 0,
        2 => (ulong)_random.Below(1 << 9),
        3 => targets.OffsetInHuge(ref _random),
        _ => (ulong)_random.Below(1 << 27),
    };

    private int PickIndex(Frame table, int level)
    {
        int first = level == Levels ? 1 : 0;
        int end = level == Levels ? Machine.Geometry.EntriesPerTable / 2 : Machine.Geometry.EntriesPerTable;
        int start = first + _random.Below(end - first);
        if (_random.Once(8))
        {
            return start;
        }

        int index = start;
        while (Machine.ReadEntry(table, index) == 0)
        {
            index = index + 1 == end ? first : index + 1;
            if (index == start)
            {
                break;
            }
        }

        return index;
    }

    private ulong NewEntry(int level)
    {
        int choice = _random.Below(10);
        return choice == 0 ? 0
            : choice == 1 ? PageEntry.Guard.Bits
            : choice == 2 && level <= 3 ? PageEntry.Reserved(Kind(), Rights(), level).Bits
            : level == 1 || (choice <= 4 && level <= highestPageLevel) ? NewPage(level)
            : NewTableEntry(level);
    }

    private ulong NewPage(int level)
    {
        PageEntry page = PageEntry.ForUserPage(targets.For(level, ref _random), Kind(), Rights(), level);
        return WithRandomUse(_random.Once(2) ? page.Shared : page);
    }

    private ulong NewTableEntry(int level)
    {
        Frame table = ChildTable(level - 1);
        if (table == Frame.None)
        {
            return 0;
        }

        PageEntry entry = PageEntry.ForUserTable(table);
        ulong bits = WithRandomUse(_random.Once(3) ? entry.Shared : entry);
        bits = _random.Once(4) ? bits & ~PageEntry.Writable : bits;
        return _random.Once(5) ? bits | PageEntry.NoExecute : bits;
    }

    // Now and then one that is there already.
    private Frame ChildTable(int level)
    {
        Frame last = level == 1 ? _lastTable : level == 2 ? _lastDirectory : Frame.None;
        if (last != Frame.None && _random.Once(3))
        {
            return last;
        }

        if (_used == 1 << PoolOrder)
        {
            return Frame.None;
        }

        Frame table = NewTable();
        for (int i = 2 + _random.Below(3); i > 0; i--)
        {
            ulong entry = NewEntry(level);
            Machine.WriteEntry(table, _random.Below(Machine.Geometry.EntriesPerTable), entry);
        }

        _lastTable = level == 1 ? table : _lastTable;
        _lastDirectory = level == 2 ? table : _lastDirectory;
        return table;
    }

    private Frame NewTable()
    {
        Frame table = _pool + new FrameCount((uint)_used++);
        Machine.ClearPage(table);
        return table;
    }

    private ulong WithRandomUse(PageEntry entry) => _random.Once(2)
        ? entry.Bits & ~(PageEntry.Accessed | PageEntry.Dirty)
        : entry.Bits;

    private RegionKind Kind() => (RegionKind)(1 + _random.Below(4));

    private PageRights Rights() => (PageRights)_random.Below(4);
}
