using Kernel.Tasks;

namespace Kernel.Syscalls;

/// <summary>
/// Whether the current task would wait for ever: all whom it would wait for wait for it already, directly or over
/// others. Who waits for any child waits for ever only if each child does. Each task is looked at once at most, and so
/// is each entry of the tables of those that wait for any child.
/// </summary>
internal ref struct WaitSearch
{
    private readonly TaskSlot _caller;
    private readonly ulong _number;
    private TaskSlot _parents;

    private WaitSearch(ref Core core)
    {
        _caller = core.Current;
        _number = core.NextSearch();
    }

    /// <summary>Whether it would, if it waited for this task.</summary>
    internal static bool IsInVain(ref Core core, TaskSlot awaited)
    {
        var search = new WaitSearch(ref core);
        return !search.EndsWell(awaited) && !search.AnyParentEndsWell();
    }

    /// <summary>Whether it would, if it waited for any child.</summary>
    internal static bool IsInVainForAny(ref Core core)
    {
        var search = new WaitSearch(ref core);
        return !search.AnyChildEndsWell(core.Current) && !search.AnyParentEndsWell();
    }

    // Whether the chain from a task on ends with one that waits for nobody, or for a message. Who waits for any child
    // is kept for later.
    private bool EndsWell(TaskSlot slot)
    {
        TaskSlot at = slot;
        while (at != _caller && at.Task.Search != _number)
        {
            ref Task task = ref at.Task;
            task.Search = _number;
            if (task.Peer.IsNone)
            {
                if (task.RecordedState != TaskState.Waiting)
                {
                    return true;
                }

                task.NextParent = _parents;
                _parents = at;
                return false;
            }

            at = task.Peer;
        }

        return false;
    }

    private bool AnyParentEndsWell()
    {
        while (!_parents.IsNone)
        {
            TaskSlot parent = _parents;
            _parents = parent.Task.NextParent;
            if (AnyChildEndsWell(parent))
            {
                return true;
            }
        }

        return false;
    }

    private bool AnyChildEndsWell(TaskSlot parent)
    {
        ref HandleTable handles = ref parent.Task.Handles;
        for (int index = 1; index < handles.Count; index++)
        {
            ref readonly HandleEntry entry = ref handles.At((ulong)index);
            if (entry.Mark == HandleMark.Child && EndsWell(entry.Task))
            {
                return true;
            }
        }

        return false;
    }
}
