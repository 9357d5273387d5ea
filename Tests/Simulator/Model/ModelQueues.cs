using System.Numerics;
using Kernel.Tasks;

namespace Simulator.Model;

/// <summary>A queue for each priority.</summary>
internal sealed class ModelQueues
{
    private readonly ModelQueue?[] _queues = new ModelQueue?[Priority.Levels];

    /// <summary>A bit for each queue that is not empty.</summary>
    public uint Occupied { get; private set; }

    /// <summary>Who is next.</summary>
    public ModelTask? First => Occupied == 0 ? null : _queues[BitOperations.Log2(Occupied)]!.First;

    /// <summary>Who is first of a priority.</summary>
    public ModelTask? FirstOf(int priority) => _queues[priority]?.First;

    public void Add(ModelTask task)
    {
        (_queues[task.Priority] ??= new ModelQueue()).Add(task);
        Occupied |= 1u << task.Priority;
    }

    public void AddFirst(ModelTask task)
    {
        (_queues[task.Priority] ??= new ModelQueue()).AddFirst(task);
        Occupied |= 1u << task.Priority;
    }

    public void Remove(ModelTask task)
    {
        ModelQueue queue = _queues[task.Priority]!;
        queue.Remove(task);
        Occupied &= queue.First is null ? ~(1u << task.Priority) : uint.MaxValue;
    }

    public ModelTask? Take()
    {
        ModelTask? first = First;
        if (first is not null)
        {
            Remove(first);
        }

        return first;
    }
}
