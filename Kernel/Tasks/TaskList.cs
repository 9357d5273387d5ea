using System.Runtime.CompilerServices;

namespace Kernel.Tasks;

/// <summary>Tasks one behind the other, linked through their records: a task is in one queue at most.</summary>
internal struct TaskList
{
    private TaskSlot _last;

    /// <summary>The task that came first; none where the queue is empty.</summary>
    public TaskSlot First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly get;
        private set;
    }

    /// <summary>Whether nobody is in it.</summary>
    public readonly bool IsEmpty
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => First.IsNone;
    }

    /// <summary>Puts a task, which is in no queue, behind all others.</summary>
    public void Add(TaskSlot slot)
    {
        ref Task task = ref slot.Task;
        task.Next = default;
        task.Previous = _last;
        if (_last.IsNone)
        {
            First = slot;
        }
        else
        {
            _last.Task.Next = slot;
        }

        _last = slot;
    }

    /// <summary>Puts a task, which is in no queue, before all others.</summary>
    public void AddFirst(TaskSlot slot)
    {
        ref Task task = ref slot.Task;
        task.Next = First;
        task.Previous = default;
        if (First.IsNone)
        {
            _last = slot;
        }
        else
        {
            First.Task.Previous = slot;
        }

        First = slot;
    }

    /// <summary>
    /// Puts a task, which is in no queue, behind all others, of whom there is at least one, and takes out who came first.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TaskSlot Exchange(TaskSlot slot)
    {
        TaskSlot first = First;
        _last.Task.Next = slot;
        slot.Task.Previous = _last;
        _last = slot;

        // Itself, where the first was alone.
        First = first.Task.Next;
        First.Task.Previous = default;
        first.Task.Next = default;
        return first;
    }

    /// <summary>Takes a task out that is in it.</summary>
    public void Remove(TaskSlot slot)
    {
        ref Task task = ref slot.Task;
        if (task.Previous.IsNone)
        {
            First = task.Next;
        }
        else
        {
            task.Previous.Task.Next = task.Next;
        }

        if (task.Next.IsNone)
        {
            _last = task.Previous;
        }
        else
        {
            task.Next.Task.Previous = task.Previous;
        }

        task.Next = default;
        task.Previous = default;
    }
}
