using System.Collections.Generic;
using Kernel.Abi;
using Kernel.Tasks;

namespace Simulator.Model;

/// <summary>A task, as far as anybody can tell: what it does, whom it knows, what it was told last.</summary>
/// <param name="number">Its frame's number in the machine.</param>
/// <param name="serial">Its serial.</param>
/// <param name="priority">How urgent it is.</param>
internal sealed class ModelTask(int number, ulong serial, int priority)
{
    public int Number { get; } = number;

    public ulong Serial { get; } = serial;

    public int Priority { get; } = priority;

    public bool IsAlive { get; set; } = true;

    /// <summary>Where it is among those that have not ended.</summary>
    public int Place { get; set; }

    public TaskState State { get; set; } = TaskState.Ready;

    /// <summary>When it began to wait for a message it owed nobody an answer: it can be handed one at once.</summary>
    public bool IsFree { get; set; }

    public ModelTask? Next { get; set; }

    public ModelTask? Previous { get; set; }

    /// <summary>Whom it waits for.</summary>
    public ModelTask? Peer { get; set; }

    /// <summary>Who waits to send to it.</summary>
    public ModelQueues Senders { get; } = new();

    /// <summary>Whose message came last, and is not answered.</summary>
    public ModelTask? Client { get; set; }

    /// <summary>Who else is owed an answer.</summary>
    public ModelQueue Owed { get; } = new();

    /// <summary>Who waits for its end by a handle.</summary>
    public ModelQueue Waiters { get; } = new();

    public ModelTask? Parent { get; init; }

    /// <summary>The parent's handle for it.</summary>
    public uint ParentHandle { get; set; }

    /// <summary>The handle whose end it waits for.</summary>
    public uint Awaited { get; set; }

    public uint TaskQuota { get; set; }

    public uint Quota { get; set; }

    /// <summary>What the kernel has charged it.</summary>
    public uint Charge { get; set; }

    /// <summary>While it sleeps: when it goes on, in nanoseconds.</summary>
    public ulong Due { get; set; }

    /// <summary>While it sleeps: who of several that are due at once goes first.</summary>
    public ulong Turn { get; set; }

    /// <summary>Which of its messages was received last, and by which key.</summary>
    public ulong ReplyKey { get; set; }

    public ModelHandles Handles { get; init; } = new();

    /// <summary>Where the kernel keeps those that its record has no room for.</summary>
    public List<int> HandleFrames { get; } = [];

    public ModelMemory Memory { get; set; } = new();

    public OutgoingMessage Outgoing { get; set; }

    public ulong IncomingStart { get; set; }

    public ulong IncomingCapacity { get; set; }

    /// <summary>What its last call told it, and the short message in its registers.</summary>
    public Told Told { get; set; }

    /// <summary>The words that it sends.</summary>
    public ShortMessage Words { get; set; }

    public TaskSlot Slot => new(Machine.FrameAt(Number));

    public CallError Find(ulong handle, HandleRights right, out ModelTask? target)
    {
        target = null;
        if (!Handles.TryFind(handle, out ModelHandle entry))
        {
            return CallError.BadHandle;
        }

        if ((entry.Rights & right) != right)
        {
            return CallError.NoRight;
        }

        target = entry.Target;
        return entry.Mark != HandleMark.EndedChild && target is { IsAlive: true }
            ? CallError.None
            : CallError.PeerGone;
    }

    /// <summary>It has changed, and so must be looked at.</summary>
    public void Touch() => Machine.Touched.Add(Number);
}
