using System.Collections.Generic;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace TreeFigures;

/// <summary>Reads the tables of spaces from a machine's memory, and the counts from its frame table.</summary>
internal sealed class SnapshotReader
{
    private readonly FigureMachine _machine;
    private readonly List<Node> _nodes = [];
    private readonly HashSet<Frame> _seen = [];

    private SnapshotReader(FigureMachine machine) => _machine = machine;

    /// <summary>What the spaces hold now.</summary>
    public static Snapshot Read(
        FigureMachine machine, string name, string title, params IReadOnlyList<Space> spaces)
    {
        var reader = new SnapshotReader(machine);
        var roots = new List<NamedRoot>();
        foreach (Space space in spaces)
        {
            reader.Visit(space.Tables.Root, machine.Geometry.Levels, firstPage: 0);
            roots.Add(new NamedRoot(space.Name, FigureMachine.NumberOf(space.Tables.Root)));
        }

        return new Snapshot(name, title, roots, reader._nodes, reader.ReadCounts());
    }

    private uint[] ReadCounts()
    {
        var counts = new uint[_machine.FrameCount];
        for (int number = 0; number < counts.Length; number++)
        {
            FrameRecord record = SimMachine.Record(FigureMachine.FrameOf(number));
            counts[number] = record.Use >= FrameUse.Kernel ? record.References : 0;
        }

        return counts;
    }

    // Level 0 is a page.
    private void Visit(Frame frame, int level, int firstPage)
    {
        if (!_seen.Add(frame))
        {
            return;
        }

        int number = FigureMachine.NumberOf(frame);
        uint references = SimMachine.Record(frame).References;
        if (level == 0)
        {
            _nodes.Add(new Node(number, level, references, [], _machine.ReadWord(frame)));
            return;
        }

        var entries = new List<TableEntry>();
        _nodes.Add(new Node(number, level, references, entries, 0));
        bool isRoot = level == _machine.Geometry.Levels;
        int count = isRoot ? _machine.Geometry.EntriesPerTable / 2 : _machine.Geometry.EntriesPerTable;
        for (int index = 0; index < count; index++)
        {
            int page = firstPage + (index << ((level - 1) * _machine.Geometry.IndexBits));
            var entry = new PageEntry(SimMachine.ReadEntry(frame, index));
            int label = level == 1 ? page - _machine.FirstPage : index;
            entries.Add(new TableEntry(
                StateOf(entry), label, entry.IsPresent ? FigureMachine.NumberOf(entry.Target) : -1));
            if (entry.IsPresent)
            {
                Visit(entry.Target, level - 1, page);
            }
        }
    }

    private static EntryState StateOf(PageEntry entry) =>
        entry.IsEmpty ? EntryState.Empty
        : !entry.IsPresent ? EntryState.ToCome
        : entry.IsWritable ? EntryState.Writable
        : entry.IsCopyOnWrite ? EntryState.CopyOnWrite
        : EntryState.ReadOnly;
}
