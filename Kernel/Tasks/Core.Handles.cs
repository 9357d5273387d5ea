using Kernel.Abi;
using Kernel.Memory;
using Kernel.Units;

namespace Kernel.Tasks;

/// <content>Tables of handles that grow.</content>
public partial struct Core
{
    /// <summary>
    /// Sees to it that so many handles, no more than a message has, can be made for a task: where too few entries are
    /// free, its table gets a frame, which it is charged.
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="handles">How many.</param>
    /// <param name="added">The frame, or none: for <see cref="TakeBackRoom"/>, where the call is refused.</param>
    internal CallError TryMakeRoom(ref Task task, int handles, out Frame added)
    {
        added = Frame.None;
        if (task.Handles.HasRoomFor(handles))
        {
            return CallError.None;
        }

        PagingError error = task.Handles.IsLargest
            ? PagingError.QuotaExceeded
            : _memory.TryTakeHandles(ref task.Space, out added);
        if (error != PagingError.None)
        {
            return error == PagingError.QuotaExceeded ? CallError.NoHandleFree : CallError.OutOfMemory;
        }

        task.Handles.Extend(added);
        return CallError.None;
    }

    /// <summary>Takes it back, before a handle was made or given up.</summary>
    internal void TakeBackRoom(ref Task task, Frame added)
    {
        if (added != Frame.None)
        {
            task.Handles.Retract();
            _memory.ReleaseHandles(ref task.Space, added);
        }
    }

    /// <summary>
    /// Gives a fork that nobody knows yet the handles of its parent. False where there is no memory: it can only be
    /// unmade then.
    /// </summary>
    internal bool TryInherit(in HandleTable parent, TaskSlot slot)
    {
        ref HandleTable handles = ref slot.Task.Handles;
        while (handles.Frames < parent.Frames)
        {
            if (_memory.TryTakeHandles(out Frame frame) != PagingError.None)
            {
                return false;
            }

            handles.Append(frame);
        }

        handles.Inherit(in parent);
        return true;
    }
}
