namespace Machines;

/// <summary>How waiting for a guest's words ended.</summary>
public enum WaitOutcome
{
    /// <summary>The words came.</summary>
    Seen,

    /// <summary>The guest ended without them.</summary>
    GuestEnded,

    /// <summary>The time was over and the guest still runs.</summary>
    TimedOut,
}
