using System.Collections.Generic;
using Kernel.Machines;
using Kernel.Tasks;

namespace Kernel.Tests.Host.Tasks;

/// <summary>A task of the model: what it waits for, and what it is to be told.</summary>
internal sealed class ModelTask
{
    /// <summary>Who waits to send to it, first come first.</summary>
    public List<SimTaskSlot> Queue { get; } = [];

    /// <summary>Whose messages it has received and not answered.</summary>
    public List<(SimTaskSlot From, ulong Key)> Owed { get; } = [];

    public Dictionary<ulong, ModelHandle> Handles { get; } = [];

    public bool IsReceiving { get; set; }

    public SimTaskSlot? WaitsFor { get; set; }

    public ulong Awaited { get; set; }

    public bool AwaitsAny { get; set; }

    public ulong Message { get; set; }

    public long? Expected { get; set; }

    public ulong ExpectedMessage { get; set; }

    public ulong? ExpectedStatus { get; set; }

    public SimTaskSlot? NewSender { get; set; }

    public TaskState State => IsReceiving ? TaskState.Receiving
        : AwaitsAny || (WaitsFor is not null && Awaited != 0) ? TaskState.Waiting
        : WaitsFor is null ? TaskState.Ready
        : IsReceived ? TaskState.AwaitingReply
        : TaskState.Sending;

    /// <summary>Its message has been received.</summary>
    public bool IsReceived { get; set; }

    public bool IsWeak(ulong handle) => Handles.TryGetValue(handle, out ModelHandle? target) && target.IsWeak;
}
