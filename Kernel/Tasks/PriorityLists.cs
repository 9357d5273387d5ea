using System.Numerics;
using System.Runtime.CompilerServices;

namespace Kernel.Tasks;

/// <summary>
/// A queue for each priority, and a bit for each that is not empty: the most urgent task, and of those the one that
/// came first, is found in constant time.
/// </summary>
internal struct PriorityLists
{
    private Queues _queues;

    /// <summary>Bit n: somebody of priority n waits here.</summary>
    public uint Occupied
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly get;
        private set;
    }

    /// <summary>Who is next; none where all are empty.</summary>
    public readonly TaskSlot First =>
        Occupied == 0 ? default : _queues[BitOperations.Log2(Occupied)].First;

    /// <summary>Puts a task behind those of its priority.</summary>
    public void Add(TaskSlot slot)
    {
        int level = slot.Task.Priority.Level;
        _queues[level].Add(slot);
        Occupied |= 1u << level;
    }

    /// <summary>Puts a task before those of its priority.</summary>
    public void AddFirst(TaskSlot slot)
    {
        int level = slot.Task.Priority.Level;
        _queues[level].AddFirst(slot);
        Occupied |= 1u << level;
    }

    /// <summary>Takes a task out that is in here.</summary>
    public void Remove(TaskSlot slot)
    {
        int level = slot.Task.Priority.Level;
        _queues[level].Remove(slot);
        if (_queues[level].IsEmpty)
        {
            Occupied &= ~(1u << level);
        }
    }

    /// <summary>Takes out who is next; none where all are empty.</summary>
    public TaskSlot Take()
    {
        TaskSlot first = First;
        if (!first.IsNone)
        {
            Remove(first);
        }

        return first;
    }

    [InlineArray(Priority.Levels)]
    private struct Queues
    {
        private TaskList _first;
    }
}
