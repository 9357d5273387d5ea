using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tests.Host.Text;
using Kernel.Units;
using Xunit;

namespace Kernel.Tests.Host.Paging;

/// <summary>
/// The invariants of docs/05-address-spaces.md, checked by reading every table there is. It shares no line with the
/// kernel: entries are read bit by bit.
/// </summary>
internal sealed class TreeAudit
{
    private const ulong Present = 1, Writable = 2, User = 4, Large = 0x80, Mark = 0x200, NoExecute = 1UL << 63;

    private readonly IAudited _rig;
    private readonly Dictionary<uint, uint> _references = [];
    private readonly Dictionary<uint, ulong> _weights = [];
    private readonly Dictionary<uint, int> _tables = [];
    private readonly List<Frame> _roots = [];
    private readonly IReadOnlyDictionary<Frame, uint> _handleFrames;
    private readonly ulong _charged;

    public TreeAudit(IAudited rig, ReadOnlySpan<AddressSpace> spaces)
    {
        _rig = rig;
        _handleFrames = rig.HandleFrames;
        foreach (AddressSpace space in spaces)
        {
            if (space.Exists)
            {
                _roots.Add(space.Root);
                Count(space.Root, 1);
                _charged += space.Charge.Value;
            }
        }
    }

    private Geometry Geometry => _rig.Geometry;

    public void Check()
    {
        foreach (Frame root in _roots)
        {
            VisitTable(root, Geometry.Levels);
            VisitPaths(root, Geometry.Levels, mayWrite: true, mayExecute: true);
            CheckKernelHalf(root);
        }

        Assert.False(
            MemoryMarshal.AsBytes(new ReadOnlySpan<FrameRecord>(ref SimMachine.Record(Frame.None))).ContainsAnyExcept((byte)0),
            "something was written to no frame's record");

        VisitDying();
        CheckCounts();
        Often.Equal(default, FrameAudit.Check(ref _rig.Memory.Frames));
    }

    // Counts what each table points at, once for each table however many share it.
    private ulong VisitTable(Frame table, int level)
    {
        if (_weights.TryGetValue(table.Number, out ulong known))
        {
            Often.Equal(_tables[table.Number], level);
            return known;
        }

        Often.Equal(FrameUse.Table, SimMachine.Record(table).Use);
        _tables.Add(table.Number, level);
        ulong weight = 1;
        for (int index = 0; index < Geometry.EntriesPerTable; index++)
        {
            ulong entry = SimMachine.ReadEntry(table, index);
            bool isKernels = level == Geometry.Levels && index >= Geometry.EntriesPerTable / 2;
            weight += isKernels || entry == 0 ? 0 : VisitEntry(entry, level);
        }

        _weights.Add(table.Number, weight);
        Assert.True(weight > 1 || level == Geometry.Levels, "a table below the root holds nothing");
        Often.Equal(weight + _handleFrames.GetValueOrDefault(table), SimMachine.Record(table).Weight.Value);
        return weight;
    }

    private void CheckKernelHalf(Frame root)
    {
        for (int index = Geometry.EntriesPerTable / 2; index < Geometry.EntriesPerTable; index++)
        {
            Often.Equal(SimMachine.ReadEntry(PagingRig.KernelRoot, index), SimMachine.ReadEntry(root, index));
        }
    }

    private ulong VisitEntry(ulong entry, int level)
    {
        Assert.False((entry & Writable) != 0 && (entry & Mark) != 0, "writable and marked at once");
        Assert.False(level == 1 && (entry & Large) != 0, "a small page of another memory type");
        if ((entry & Present) == 0)
        {
            return Full(level);
        }

        Assert.True((entry & User) != 0, "an entry of the user half is the kernel's");
        var frame = new Frame((uint)(entry >> Frame.Shift));
        if (level > 1 && (entry & Large) == 0)
        {
            Count(frame, 1);
            return VisitTable(frame, level - 1);
        }

        CountPage(frame, level);
        return Full(level);
    }

    // By its blocks: one for a page in one piece.
    private void CountPage(Frame first, int level)
    {
        Frame end = first + Order(level).Frames;
        for (Frame frame = first; frame < end; frame += SimMachine.Record(frame).Order.Frames)
        {
            Often.Equal(FrameUse.Page, SimMachine.Record(frame).Use);
            Assert.True(SimMachine.Record(frame).Order <= Order(level), "a page of a larger block than its own");
            Count(frame, 1);
        }
    }

    // By every path: the local invariant, and never writable and executable at once.
    private void VisitPaths(Frame table, int level, bool mayWrite, bool mayExecute)
    {
        int count = level == Geometry.Levels ? Geometry.EntriesPerTable / 2 : Geometry.EntriesPerTable;
        for (int index = 0; index < count; index++)
        {
            ulong entry = SimMachine.ReadEntry(table, index);
            if ((entry & Present) == 0)
            {
                continue;
            }

            var frame = new Frame((uint)(entry >> Frame.Shift));
            bool writes = mayWrite && (entry & (Writable | Mark)) != 0;
            bool executes = mayExecute && (entry & NoExecute) == 0;
            bool isTable = level > 1 && (entry & Large) == 0;
            if (isTable)
            {
                VisitPaths(frame, level - 1, writes, executes);
            }
            else
            {
                Assert.False(writes && executes, "a page is writable and executable");
            }

            if ((entry & Writable) != 0)
            {
                Assert.False(isTable && (entry & NoExecute) != 0, "an open table that forbids execution");
                Often.Equal(isTable ? FrameOrder.One : Order(level), SimMachine.Record(frame).Order);
                Often.Equal(1U, SimMachine.Record(frame).References);
            }
        }
    }

    private void VisitDying()
    {
        for (Frame table = _rig.Memory.FirstDying; table != Frame.None; table = SimMachine.Record(table).Link)
        {
            FrameRecord record = SimMachine.Record(table);
            Often.Equal(0U, record.References);
            Assert.DoesNotContain(table.Number, _weights.Keys);
            for (int index = record.Cursor; index < Geometry.EntriesPerTable; index++)
            {
                VisitDyingEntry(SimMachine.ReadEntry(table, index));
            }

            _references.TryAdd(table.Number, 0);
        }
    }

    private void VisitDyingEntry(ulong entry)
    {
        if ((entry & Present) == 0 || (entry & User) == 0)
        {
            return;
        }

        var frame = new Frame((uint)(entry >> Frame.Shift));
        if (SimMachine.Record(frame).Use == FrameUse.Table)
        {
            bool isVisited = _tables.ContainsKey(frame.Number) || _references.ContainsKey(frame.Number);
            Count(frame, 1);
            for (int index = 0; index < Geometry.EntriesPerTable && !isVisited; index++)
            {
                VisitDyingEntry(SimMachine.ReadEntry(frame, index));
            }

            return;
        }

        int level = (entry & Large) == 0 ? 1 : (int)(entry >> 55 & 3) + 1;
        Frame end = new((frame.Number & ~(Order(level).Frames.Value - 1)) + Order(level).Frames.Value);
        for (Frame block = frame; block < end; block += SimMachine.Record(block).Order.Frames)
        {
            Count(block, 1);
        }
    }

    private void CheckCounts()
    {
        ulong before = (_rig.UsedAtStart + _rig.Others).Value;
        ulong used = before;
        foreach (uint frames in _handleFrames.Values)
        {
            used += frames;
        }

        foreach ((uint number, uint count) in _references)
        {
            FrameRecord record = SimMachine.Record(new Frame(number));
            if (record.References != count)
            {
                Assert.Fail($"frame {number:x}: {record.References} references, not {count}");
            }

            if (record.Use < FrameUse.Page)
            {
                Assert.Fail($"frame {number:x} is reachable and {record.Use}");
            }

            used += record.Order.Frames.Value;
        }

        Often.Equal(used, _rig.Memory.Frames.Used.Value);
        Often.Equal(_charged + _rig.Others.Value, _rig.Memory.Charged.Value);
        if (!_rig.Memory.HasDying && used - before > _charged)
        {
            Assert.Fail($"{used} frames used, {_charged} charged");
        }
    }

    private void Count(Frame frame, uint more) =>
        _references[frame.Number] = _references.GetValueOrDefault(frame.Number) + more;

    private FrameOrder Order(int level) => new((byte)((level - 1) * Geometry.IndexBits));

    private ulong Full(int level) => level == 1 ? 1 : (Full(level - 1) * (ulong)Geometry.EntriesPerTable) + 1;
}
