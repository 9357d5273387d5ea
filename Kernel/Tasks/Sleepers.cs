namespace Kernel.Tasks;

/// <summary>
/// The tasks that sleep, linked through their records into a leftist heap (Crane 1972; Knuth vol. 3, 5.2.3): the first
/// that is due is on top. The way down to the right is never longer than log2(n + 1), and all work is done along two of
/// them. So among n sleepers one comes or goes, wherever it is, in at most that many steps, and who is first is known.
/// </summary>
internal struct Sleepers
{
    private ulong _turns;

    /// <summary>Who is due first, and of those that are due at once who came first; none where nobody sleeps.</summary>
    public TaskSlot First { get; private set; }

    /// <summary>Whether nobody sleeps.</summary>
    public readonly bool IsEmpty => First.IsNone;

    /// <summary>When the first is due, of at least one.</summary>
    public readonly ulong FirstDue => First.Task.Slumber.Due;

    /// <summary>Puts in a task that is not in here.</summary>
    /// <param name="slot">The task.</param>
    /// <param name="due">When it goes on, in nanoseconds since the kernel was entered.</param>
    public void Add(TaskSlot slot, ulong due)
    {
        slot.Task.Slumber = new Slumber { Due = due, Turn = _turns++, Rank = 1 };
        First = Merge(First, slot);
    }

    /// <summary>Takes out a task that is in here.</summary>
    public void Remove(TaskSlot slot)
    {
        ref Slumber own = ref slot.Task.Slumber;
        TaskSlot above = own.Above;
        TaskSlot beneath = Merge(own.Left, own.Right);
        own = default;
        if (above.IsNone)
        {
            First = beneath;
            return;
        }

        ref Slumber parent = ref above.Task.Slumber;
        if (parent.Left == slot)
        {
            parent.Left = beneath;
        }
        else
        {
            parent.Right = beneath;
        }

        if (!beneath.IsNone)
        {
            beneath.Task.Slumber.Above = above;
        }

        // A rank that has changed is one more than the lower one beneath it: the ways up are as short as those down.
        for (TaskSlot at = above; !at.IsNone && TrySettle(at);)
        {
            at = at.Task.Slumber.Above;
        }
    }

    // Two heaps become one: down along both to the right, always on with who is due first, and up again.
    private static TaskSlot Merge(TaskSlot one, TaskSlot other)
    {
        TaskSlot last = default;
        while (!one.IsNone && !other.IsNone)
        {
            if (IsBefore(in other.Task.Slumber, in one.Task.Slumber))
            {
                (one, other) = (other, one);
            }

            Hang(one, last);
            last = one;
            one = one.Task.Slumber.Right;
        }

        TaskSlot top = one.IsNone ? other : one;
        if (!top.IsNone)
        {
            Hang(top, last);
        }

        for (TaskSlot at = last; !at.IsNone; at = at.Task.Slumber.Above)
        {
            _ = TrySettle(at);
            top = at;
        }

        return top;
    }

    private static void Hang(TaskSlot slot, TaskSlot above)
    {
        slot.Task.Slumber.Above = above;
        if (!above.IsNone)
        {
            above.Task.Slumber.Right = slot;
        }
    }

    private static bool IsBefore(in Slumber one, in Slumber other) =>
        one.Due != other.Due ? one.Due < other.Due : one.Turn < other.Turn;

    // The higher rank goes to the left. False where the own one stays what it was.
    private static bool TrySettle(TaskSlot slot)
    {
        ref Slumber own = ref slot.Task.Slumber;
        if (RankOf(own.Left) < RankOf(own.Right))
        {
            (own.Left, own.Right) = (own.Right, own.Left);
        }

        uint rank = RankOf(own.Right) + 1;
        bool isNew = rank != own.Rank;
        own.Rank = rank;
        return isNew;
    }

    private static uint RankOf(TaskSlot slot) => slot.IsNone ? 0 : slot.Task.Slumber.Rank;
}
