using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Kernel.Tasks;

/// <summary>
/// A queue for each priority, and a bit for each that is not empty: the most urgent task, and of those the one that
/// came first, is found in constant time.
/// </summary>
internal struct PriorityLists
{
    // The highest bit of each number of four bits, four bits for each.
    private const ulong HighestBits = 0x3333_3333_2222_1100;

    private Queues _queues;

    /// <summary>Bit n: somebody of priority n waits here.</summary>
    public uint Occupied
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly get;
        private set;
    }

    /// <summary>Who is next; none where all are empty.</summary>
    public TaskSlot First => Occupied == 0 ? default : QueueOf(MostUrgent).First;

    // Of at least one. A processor of the baseline has no instruction for it that C# could name.
    private readonly int MostUrgent =>
        Occupied > 15 ? 4 + HighestBit(Occupied >> 4) : HighestBit(Occupied);

    /// <summary>Puts a task behind those of its priority.</summary>
    public void Add(TaskSlot slot)
    {
        int level = slot.Task.Priority.Level;
        QueueOf(level).Add(slot);
        Occupied |= 1u << level;
    }

    /// <summary>Puts a task before those of its priority.</summary>
    public void AddFirst(TaskSlot slot)
    {
        int level = slot.Task.Priority.Level;
        QueueOf(level).AddFirst(slot);
        Occupied |= 1u << level;
    }

    /// <summary>Takes a task out that is in here.</summary>
    public void Remove(TaskSlot slot)
    {
        int level = slot.Task.Priority.Level;
        ref TaskList queue = ref QueueOf(level);
        queue.Remove(slot);
        if (queue.IsEmpty)
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

    /// <summary>
    /// The queue of a level, for who only looks, or leaves it as empty or not as it was. No test of the level: it is
    /// below <see cref="Priority.Levels"/>.
    /// </summary>
    [UnscopedRef]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref TaskList QueueOf(int level) => ref _queues[level & (Priority.Levels - 1)];

    private static int HighestBit(uint nibble) => (int)(HighestBits >> (int)(nibble * 4)) & 15;

    [InlineArray(Priority.Levels)]
    private struct Queues
    {
        private TaskList _first;
    }
}
