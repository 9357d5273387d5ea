namespace Kernel.Ipc;

/// <summary>What came of moving a message, and who is to blame.</summary>
internal enum DeliveryOutcome
{
    /// <summary>It is there.</summary>
    Done,

    /// <summary>The receiver's: its buffer is bad.</summary>
    BadBuffer,

    /// <summary>The receiver's: it has no entries for the handles, and may have no more.</summary>
    NoHandleFree,

    /// <summary>Nobody's: there is no memory for a copy, or for the handles.</summary>
    OutOfMemory,
}
