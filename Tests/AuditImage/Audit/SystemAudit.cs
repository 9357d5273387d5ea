using Kernel.Machines;
using Kernel.Memory;
using Kernel.Tasks;
using Kernel.Units;

namespace Kernel.Audit;

/// <summary>
/// Looks at every frame, table and task, in time that grows with memory, and without any memory of its own: who points
/// at what is compared as two sums of the same scattered numbers.
/// </summary>
internal ref struct SystemAudit
{
    private readonly ref Core _core;
    private AuditFinding _finding;
    private ulong _said;
    private ulong _found;
    private ulong _charged;
    private uint _tasks;

    private SystemAudit(ref Core core) => _core = ref core;

    /// <summary>The first rule that is broken; changes nothing.</summary>
    internal static AuditFinding Check(ref Core core)
    {
        AuditResult frames = FrameAudit.Check(ref core.Memory.Frames);
        if (!frames.IsSound)
        {
            return new AuditFinding(SystemRule.Frames, frames.Frame);
        }

        var audit = new SystemAudit(ref core);
        audit.VisitImages();
        audit.VisitFrames();
        audit.Compare();
        return audit._finding;
    }

    private void VisitImages()
    {
        for (byte index = 0; index < ProgramImages.Capacity && _core.Images.At(index).Space.Exists; index++)
        {
            VisitSpace(in _core.Images.At(index).Space, handleFrames: 0);
        }
    }

    private void VisitFrames()
    {
        foreach (ref readonly RecordRun run in _core.Memory.Frames.Records.All)
        {
            Frame block = run.Described.First;
            while (block < run.Described.End)
            {
                Visit(block);
                block += Machine.Record(block).Order.Frames;
            }
        }
    }

    private void Visit(Frame block)
    {
        ref readonly FrameRecord record = ref Machine.Record(block);
        switch (record.Use)
        {
            case FrameUse.Page:
                _said += record.References * Scatter(block);
                break;
            case FrameUse.Table:
                _said += record.References * Scatter(block);
                Note(VisitTable(block), block);
                break;
            case FrameUse.Task:
                VisitTask(new TaskSlot(block));
                break;
            default:
                break;
        }
    }

    private SystemRule VisitTable(Frame table)
    {
        ref readonly FrameRecord record = ref Machine.Record(table);
        var sum = new TableSum(table, record.Cursor);
        _found += sum.Targets;
        bool isDying = record.References == 0;
        return isDying ? SystemRule.None
            : sum.Rule != SystemRule.None ? sum.Rule
            : sum.IsRoot || sum.Weighs(record.Weight.Value) ? SystemRule.None
            : SystemRule.Weights;
    }

    private void VisitTask(TaskSlot slot)
    {
        ref Task task = ref slot.Task;
        _tasks++;
        _charged++;
        VisitSpace(in task.Space, (uint)task.Handles.Frames);
        Note(task.Space.Charge <= task.Space.Quota ? SystemRule.None : SystemRule.Charges, slot.Frame);
        Note(TaskRules.Check(ref _core, slot), slot.Frame);
    }

    private void VisitSpace(ref readonly AddressSpace space, uint handleFrames)
    {
        _found += Scatter(space.Root);
        _charged += space.Charge.Value;
        uint weight = Machine.Record(space.Root).Weight.Value - handleFrames;
        bool isRight = new TableSum(space.Root, first: 0).Weighs(weight);
        Note(isRight ? SystemRule.None : SystemRule.Weights, space.Root);
    }

    private void Compare()
    {
        Note(_said == _found ? SystemRule.None : SystemRule.References, Frame.None);
        Note(_charged == _core.Memory.Charged.Value ? SystemRule.None : SystemRule.Charges, Frame.None);
        Note(_tasks == _core.Live ? SystemRule.None : SystemRule.Live, Frame.None);
    }

    private void Note(SystemRule rule, Frame frame)
    {
        if (_finding.Rule == SystemRule.None && rule != SystemRule.None)
        {
            _finding = new AuditFinding(rule, frame);
        }
    }

    /// <summary>A number for each frame, as if drawn: sums of them are equal only if the frames are.</summary>
    internal static ulong Scatter(Frame frame)
    {
        ulong mixed = (frame.Number + 1UL) * 0x9E37_79B9_7F4A_7C15;
        mixed ^= mixed >> 32;
        mixed *= 0xD6E8_FEB8_6659_FD93;
        return mixed ^ (mixed >> 29);
    }
}
