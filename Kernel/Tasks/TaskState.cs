namespace Kernel.Tasks;

/// <summary>What a task does, or waits for.</summary>
internal enum TaskState : byte
{
    /// <summary>There is no task.</summary>
    None = 0,

    /// <summary>It runs, or could.</summary>
    Ready = 1,

    /// <summary>It waits for a message.</summary>
    Receiving = 2,

    /// <summary>Its message waits for a receiver.</summary>
    Sending = 3,

    /// <summary>Its message was received; it waits for the reply.</summary>
    AwaitingReply = 4,

    /// <summary>It waits for another one's end.</summary>
    Waiting = 5,

    /// <summary>It waits for a time.</summary>
    Sleeping = 6,
}
