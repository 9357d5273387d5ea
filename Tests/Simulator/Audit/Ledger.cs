using System.Collections.Generic;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tasks;
using Simulator.Hardware;

namespace Simulator.Audit;

/// <summary>
/// What every frame's count must be, by who points at it, kept up to date from the frames that were touched: the
/// invariants of docs/05-address-spaces.md after each step, in a time that does not grow with memory.
/// </summary>
internal sealed partial class Ledger
{
    private const ulong User = PageEntry.Present | PageEntry.User;

    private readonly FrameEntry[] _frames = new FrameEntry[FlatMachine.FrameCount];
    private readonly ulong[] _entries;
    private readonly int _width = FlatMachine.Geometry.EntriesPerTable;
    private readonly TouchedFrames _changed = new(FlatMachine.FrameCount);
    private readonly Dictionary<int, int[]> _handles = [];
    private uint _used;
    private uint _charged;
    private uint _quotas;
    private uint _taskQuotas;
    private uint _orphans;

    /// <summary>What there is now is where it begins from; the images of programs are of these roots.</summary>
    public Ledger() => _entries = new ulong[FlatMachine.FrameCount * _width];

    /// <summary>The sum of all that tasks may have, and of their records.</summary>
    public uint Quotas => _quotas;

    /// <summary>The sum of all tasks that tasks may have.</summary>
    public uint TaskQuotas => _taskQuotas;

    /// <summary>An image of a program is there for good, or (with -1) is no more.</summary>
    public void Pin(int root, int more)
    {
        _frames[root].Pins += more;
        _changed.Add(root);
    }

    /// <summary>Takes over what has changed, and checks it.</summary>
    /// <exception cref="SimulationException">An invariant does not hold.</exception>
    public void Settle(ref PagingManager memory)
    {
        TouchedFrames touched = FlatMachine.Touched;
        for (int place = 0; place < touched.Count; place++)
        {
            TakeOver(touched[place]);
        }

        for (int place = 0; place < _changed.Count; place++)
        {
            Check(_changed[place]);
        }

        _changed.Clear();
        CheckTotals(ref memory);
    }

    private void TakeOver(int frame)
    {
        ref readonly FrameRecord record = ref FlatMachine.Peek(frame);
        ref FrameEntry known = ref _frames[frame];
        _changed.Add(frame);
        if (record.Use == FrameUse.Table || known.Use == FrameUse.Table)
        {
            TakeOverEntries(frame, in record);
        }

        if (record.Use == FrameUse.Task || known.Use == FrameUse.Task)
        {
            TakeOverTask(frame, in record, ref known);
        }

        uint used = record.Use >= FrameUse.Kernel ? record.Order.Frames.Value : 0;
        _used += used - known.Used;
        known.Used = used;
        known.Use = record.Use;
    }

    // A table counts what it points at, but for what has been taken out of it after its end.
    private void TakeOverEntries(int frame, ref readonly FrameRecord record)
    {
        System.ReadOnlySpan<ulong> words = FlatMachine.Words(frame);
        int first = record.Use == FrameUse.Table ? record.Cursor : _width;
        for (int index = 0; index < _width; index++)
        {
            ref ulong known = ref _entries[(frame * _width) + index];
            ulong now = index < first ? 0 : words[index];
            if (known != now)
            {
                Point(frame, known, -1);
                Point(frame, now, 1);
                known = now;
            }
        }
    }

    private void Point(int table, ulong bits, int more)
    {
        if ((bits & User) != User)
        {
            return;
        }

        if ((bits & (PageEntry.Writable | PageEntry.CopyOnWrite)) == (PageEntry.Writable | PageEntry.CopyOnWrite))
        {
            Fail(table, "has an entry that is writable and marked at once");
        }

        int target = FlatMachine.IndexOf(new PageEntry(bits).Target);
        ref FrameEntry known = ref _frames[target];
        known.Entries += more;
        known.Writers += (bits & PageEntry.Writable) != 0 ? more : 0;
        known.ParentSum += table * more;
        _changed.Add(target);
    }

    private void TakeOverTask(int frame, ref readonly FrameRecord record, ref FrameEntry known)
    {
        if (known.Root >= 0)
        {
            GiveHandlesBack(frame, known.Root);
            _frames[known.Root].Pins--;
            _changed.Add(known.Root);
        }

        _quotas -= known.Quota;
        _taskQuotas -= known.TaskQuota;
        (known.Root, known.Quota, known.TaskQuota) = (-1, 0, 0);
        if (record.Use != FrameUse.Task)
        {
            return;
        }

        ref readonly Task task = ref FlatMachine.PeekTask(frame);
        known.Root = FlatMachine.IndexOf(task.Space.Root);
        known.Quota = task.Space.Quota.Value + 1;
        known.TaskQuota = task.TaskQuota;
        _frames[known.Root].Pins++;
        _changed.Add(known.Root);
        _quotas += known.Quota;
        _taskQuotas += known.TaskQuota;
        if (task.Handles.Frames != 0)
        {
            TakeOverHandles(frame, known.Root, in task.Handles);
        }
    }

    private void GiveHandlesBack(int task, int root)
    {
        if (_handles.Remove(task, out int[]? frames))
        {
            Hold(root, frames, -1);
        }
    }

    private void TakeOverHandles(int task, int root, ref readonly HandleTable handles)
    {
        int[] frames = new int[handles.Frames];
        for (int number = 0; number < frames.Length; number++)
        {
            frames[number] = FlatMachine.IndexOf(handles.FrameAt(number));
        }

        _handles.Add(task, frames);
        Hold(root, frames, 1);
    }

    private void Hold(int root, int[] frames, int more)
    {
        _frames[root].Handles += (uint)(frames.Length * more);
        foreach (int frame in frames)
        {
            _frames[frame].Holders += more;
            _changed.Add(frame);
        }
    }

    private static void Fail(int frame, string what) =>
        SimulationException.Throw($"frame {FlatMachine.FrameAt(frame).Number:x} {what}");
}
