using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;
using Simulator.Hardware;

namespace Simulator.Audit;

/// <content>What must hold of a frame, and of all together.</content>
internal sealed partial class Ledger
{
    private void Check(int frame)
    {
        ref readonly FrameRecord record = ref FlatMachine.Peek(frame);
        ref FrameEntry known = ref _frames[frame];
        bool isOurs = record.Use is FrameUse.Page or FrameUse.Table;
        int references = known.Entries + known.Pins;
        if (isOurs ? record.References != references : references != 0)
        {
            Fail(frame, $"is used as {record.Use}, counts {record.References}, and {references} point at it");
        }

        if (known.Writers != 0 && references != 1)
        {
            Fail(frame, $"may be written by one of {references}");
        }

        if (record.Use == FrameUse.Page && references == 0)
        {
            Fail(frame, "is a page that nothing leads to");
        }

        bool isHeld = record.Use is FrameUse.Task or FrameUse.Handles;
        if ((isHeld || record.Use is FrameUse.Free or FrameUse.Ready or FrameUse.Zeroed)
            && record.References != (isHeld ? 1u : 0u))
        {
            Fail(frame, $"is used as {record.Use}, and counts {record.References}");
        }

        if (known.Holders != (record.Use == FrameUse.Handles ? 1 : 0))
        {
            Fail(frame, $"is used as {record.Use}, and part of {known.Holders} tables of handles");
        }

        bool isOrphan = record.Use == FrameUse.Table && references == 0;
        _orphans += (isOrphan ? 1u : 0u) - (known.IsOrphan ? 1u : 0u);
        known.IsOrphan = isOrphan;
        CheckWeight(frame, in record, ref known, isOrphan);
    }

    private void CheckWeight(int frame, ref readonly FrameRecord record, ref FrameEntry known, bool isOrphan)
    {
        uint weight = record.Use == FrameUse.Table && !isOrphan ? record.Weight.Value : 0;
        uint charge = known.Pins == 0 ? 0 : weight;
        _charged += charge - known.Charge;
        known.Charge = charge;
        if (weight != known.Weight && known.Entries == 1)
        {
            // Who points at it weighs something else now.
            _changed.Add(known.ParentSum);
        }

        known.Weight = weight;
        if (weight != 0 && weight != Weigh(frame))
        {
            Fail(frame, $"is charged {weight}, and weighs {Weigh(frame)}");
        }

        if (known.Pins > 1)
        {
            Fail(frame, "is the root of two spaces");
        }
    }

    private uint Weigh(int table)
    {
        bool isRoot = _frames[table].Pins != 0;
        int count = isRoot ? _width / 2 : _width;
        uint weight = 1 + _frames[table].Handles;
        foreach (ulong bits in FlatMachine.Words(table)[..count])
        {
            weight += bits == 0 ? 0 : Weigh(bits);
        }

        return weight;
    }

    // A page is one; what is below a table is what that says; pages to come fill their entry.
    private static uint Weigh(ulong bits)
    {
        if ((bits & PageEntry.Present) == 0)
        {
            uint weight = 1;
            for (int level = new PageEntry(bits).PageLevel; level > 1; level--)
            {
                weight = (weight << FlatMachine.Geometry.IndexBits) + 1;
            }

            return weight;
        }

        ref readonly FrameRecord record = ref FlatMachine.Peek(FlatMachine.IndexOf(new PageEntry(bits).Target));
        return record.Use == FrameUse.Table ? record.Weight.Value : 1;
    }

    private void CheckTotals(ref PagingManager memory)
    {
        if (_used != memory.Frames.Used.Value)
        {
            SimulationException.Throw($"{_used} frames are used, not {memory.Frames.Used.Value}");
        }

        uint dying = 0;
        for (Frame table = memory.FirstDying; table != Frame.None; dying++)
        {
            int index = FlatMachine.IndexOf(table);
            if (!_frames[index].IsOrphan)
            {
                Fail(index, "waits to be taken apart, and is in use");
            }

            table = FlatMachine.Peek(index).Link;
        }

        if (dying != _orphans)
        {
            SimulationException.Throw($"{_orphans} tables are nobody's, and {dying} wait to be taken apart");
        }
    }

    /// <summary>Nobody is charged what is not there, and quotas only change hands.</summary>
    public void CheckCharges(ref PagingManager memory, uint tasks, uint taskQuotas, uint images)
    {
        if (_charged + tasks != memory.Charged.Value)
        {
            SimulationException.Throw($"{_charged} and {tasks} are charged, not {memory.Charged.Value}");
        }

        if (_taskQuotas != taskQuotas || _quotas + images != memory.Capacity.Value)
        {
            SimulationException.Throw(
                $"quotas are {_quotas} beside {images}, of {memory.Capacity.Value}; "
                + $"{_taskQuotas} of {taskQuotas} tasks");
        }
    }
}
