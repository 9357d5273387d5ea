using System.Runtime.InteropServices;
using Kernel.Firmware;
using Kernel.Machines;
using Kernel.Units;

namespace Kernel.Memory;

/// <content>The beginning: which frames there are, and who has them already.</content>
public partial struct FrameAllocator
{
    /// <summary>
    /// Decides where the records lie; nothing is written to memory yet. Whoever calls this maps
    /// <see cref="RecordRun.Records"/> of each of <see cref="Records"/> before <see cref="Populate"/>. False where
    /// memory lacks the room for records.
    /// </summary>
    public bool TryPlan(ref readonly BootInfo boot, in BootUse inUse) =>
        RecordPlanner.TryPlan(in boot, in inUse, ref _records);

    /// <summary>
    /// Fills in every record; once, after <see cref="TryPlan"/>. The kernel's own frames and those that
    /// <paramref name="inUse"/> lists count as used, with one reference each.
    /// </summary>
    public void Populate(ref readonly BootInfo boot, in BootUse inUse)
    {
        foreach (ref readonly RecordRun run in _records.All)
        {
            ClearRecords(run.Described);
        }

        var survey = new FrameSurvey(in boot, in inUse, in _records);
        foreach (ref readonly RecordRun run in _records.All)
        {
            PopulateRun(run.Described, in survey);
        }
    }

    private static void ClearRecords(FrameRange described)
    {
        const uint step = RecordRun.FramesPerPage;
        for (Frame first = described.First; first < described.End; first += new FrameCount(step))
        {
            MemoryMarshal.CreateSpan(ref Machine.Record(first), (int)step).Clear();
        }
    }

    private void PopulateRun(FrameRange described, ref readonly FrameSurvey survey)
    {
        FrameRange rest = described;
        while (!rest.IsEmpty)
        {
            FrameRange stretch = rest;
            FrameUse use = survey.Classify(ref stretch);
            if (use == FrameUse.Free)
            {
                AddFree(stretch);
            }
            else
            {
                AddTaken(stretch, use);
            }

            _all += stretch.Count;
            rest = new FrameRange(stretch.End, described.End);
        }
    }

    private void AddFree(FrameRange range)
    {
        Frame block = range.First;
        while (block < range.End)
        {
            FrameOrder order = FrameOrder.One;
            while (order < FrameOrder.Huge && order.Twice.Aligns(block) && order.Twice.Frames <= range.End - block)
            {
                order = order.Twice;
            }

            _lists.Return(block, order, in _records);
            block += order.Frames;
        }
    }

    private void AddTaken(FrameRange range, FrameUse use)
    {
        bool isReserved = use == FrameUse.Reserved;
        for (Frame frame = range.First; frame < range.End; frame += FrameOrder.One.Frames)
        {
            Machine.Record(frame) = new FrameRecord { Use = use, References = isReserved ? 0U : 1U };
        }

        _reserved += isReserved ? range.Count : FrameCount.Zero;
    }
}
