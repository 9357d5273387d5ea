namespace UserPrograms;

/// <summary>What a task of a round is for.</summary>
internal enum Role
{
    /// <summary>Makes many calls of all kinds; may have to be ended.</summary>
    Worker,

    /// <summary>Makes fewer, and never waits for messages: it ends once those have that it sends to.</summary>
    Waker,

    /// <summary>Asks a worker to end.</summary>
    Ender,
}
