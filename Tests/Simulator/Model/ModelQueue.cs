namespace Simulator.Model;

/// <summary>Tasks one behind the other; each is in one queue at most.</summary>
internal sealed class ModelQueue
{
    /// <summary>Who came first.</summary>
    public ModelTask? First { get; private set; }

    /// <summary>Who came last.</summary>
    public ModelTask? Last { get; private set; }

    /// <summary>Puts a task behind all others.</summary>
    public void Add(ModelTask task)
    {
        task.Previous = Last;
        task.Next = null;
        _ = Last is null ? First = task : Last.Next = task;
        Touch(Last, task);
        Last = task;
    }

    /// <summary>Puts a task before all others.</summary>
    public void AddFirst(ModelTask task)
    {
        task.Previous = null;
        task.Next = First;
        _ = First is null ? Last = task : First.Previous = task;
        Touch(First, task);
        First = task;
    }

    /// <summary>Takes a task out that is in it.</summary>
    public void Remove(ModelTask task)
    {
        _ = task.Previous is null ? First = task.Next : task.Previous.Next = task.Next;
        _ = task.Next is null ? Last = task.Previous : task.Next.Previous = task.Previous;
        Touch(task.Previous, task.Next);
        task.Next = null;
        task.Previous = null;
        task.Touch();
    }

    private static void Touch(ModelTask? one, ModelTask? other)
    {
        one?.Touch();
        other?.Touch();
    }
}
