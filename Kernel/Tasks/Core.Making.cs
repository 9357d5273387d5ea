using System;
using Kernel.Abi;
using Kernel.Firmware;
using Kernel.Loading;
using Kernel.Machines;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Tasks;

/// <content>New tasks.</content>
public partial struct Core
{
    /// <summary>Begins: all free frames are there for tasks.</summary>
    public void Start(Frame kernelRoot, CpuFeatures features) => _memory.Start(kernelRoot, features);

    /// <summary>
    /// Makes a task around an address space, which becomes its own; it is in no list yet. Its quotas have been taken
    /// from whoever gives them. Its handle table is the caller's to begin: empty, or its parent's.
    /// </summary>
    internal PagingError TryMake(in AddressSpace space, Priority priority, uint taskQuota, out TaskSlot slot)
    {
        slot = default;
        PagingError error = _memory.TryTakeRecord(out Frame frame);
        if (error != PagingError.None)
        {
            return error;
        }

        slot = new TaskSlot(frame);
        ref Task task = ref slot.Task;
        task = default;
        task.Client = slot;
        task.Serial = _serials.Next();
        task.ReplyKey = new ReplyKey(frame, _keys);
        task.Space = space;
        task.Priority = priority;
        task.TaskQuota = taskQuota;
        Live++;
        return PagingError.None;
    }

    /// <summary>Makes a task its maker's child; both have an entry free. The child's handle for the parent.</summary>
    internal static Handle Relate(TaskSlot parent, TaskSlot child)
    {
        ref Task above = ref parent.Task;
        ref Task below = ref child.Task;
        below.Parent = parent;
        below.ParentSerial = above.Serial;
        below.ParentHandle = above.Handles.Add(child, HandleRights.All, HandleMark.Child, above.Priority);
        return below.Handles.Add(parent, HandleRights.Send, HandleMark.Other, below.Priority);
    }

    /// <summary>A task that is all made can run from now on.</summary>
    internal void Admit(TaskSlot slot)
    {
        slot.Task.RecordedState = TaskState.Ready;
        _ready.Add(slot);
    }

    /// <summary>
    /// The image of a program, loaded if it has to be. It outlives all that started it, and so the first task pays for
    /// it: else quotas could promise more than there is.
    /// </summary>
    internal CallError TryFindImage(in ProgramName name, out byte index)
    {
        FrameCount charged = _memory.Charged;
        FrameCount most = First.IsNone ? _memory.Capacity : First.Task.Space.Quota - First.Task.Space.Charge;
        CallError error = _images.TryFind(ref _memory, most, in name, out index);
        if (!First.IsNone)
        {
            First.Task.Space.Quota -= _memory.Charged - charged;
        }

        return error;
    }

    /// <summary>The very first task: a program of the archive's, with all memory and no parent.</summary>
    public CallError TryStartFirst(PhysRange archive, ReadOnlySpan<byte> name, ReadOnlySpan<byte> arguments)
    {
        const uint mostTasks = 1u << 20;
        _images.Open(archive);
        if (name.Length is 0 or > Archive.MaxNameLength)
        {
            return CallError.NoSuchProgram;
        }

        ProgramName program = default;
        name.CopyTo(program.Reserve(name.Length));
        CallError error = TryFindImage(in program, out byte index);
        if (error != CallError.None)
        {
            return error;
        }

        ref ProgramImage image = ref _images.At(index);
        FrameCount quota = _memory.Capacity - _memory.Charged - new FrameCount(1);
        error = ProgramStart.TryMakeSpace(ref _memory, ref image, quota, arguments, out AddressSpace space);
        if (error != CallError.None)
        {
            return error;
        }

        error = ErrorOf(TryMake(in space, Priority.Ordinary, mostTasks, out TaskSlot slot));
        if (error == CallError.None)
        {
            ProgramStart.SetRegisters(ref slot.Task, image.Entry, arguments, Handle.None, given: default);
            slot.Task.Handles.Clear(slot);
            slot.Task.Program = index;
            First = slot;
            Admit(slot);
        }

        return error;
    }

    /// <summary>
    /// What a child gets where nothing else is said: what it is charged, and half of what its parent would have left.
    /// False where that is not enough for it.
    /// </summary>
    internal static bool TryShare(in Task parent, FrameCount charge, ulong wanted, out FrameCount share)
    {
        uint left = (parent.Space.Quota - parent.Space.Charge).Value;
        uint least = charge.Value + 1;
        ulong frames = wanted != 0 ? wanted : least + ((left - Math.Min(left, least)) / 2);
        share = new FrameCount((uint)frames);
        return frames >= least && frames <= left;
    }
}
