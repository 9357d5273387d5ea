namespace Kernel.Abi;

/// <summary>What <see cref="SystemCall.Count"/> reads.</summary>
public enum Counter
{
    /// <summary>Free frames of 4 KiB, those of dead spaces included: they are taken apart first.</summary>
    FreeFrames = 0,

    /// <summary>Tasks that have not ended.</summary>
    Tasks = 1,

    /// <summary>Bytes that the kernel copied for messages since its start.</summary>
    BytesCopied = 2,

    /// <summary>Pages that messages shared instead, in 4 KiB.</summary>
    PagesLent = 3,

    /// <summary>How often CR3 was written, but for messages and yields that went the quick way.</summary>
    RootWrites = 4,

    /// <summary>How many pages were invalidated one by one.</summary>
    PagesInvalidated = 5,

    /// <summary>Frames that the caller is charged for.</summary>
    Charge = 6,

    /// <summary>The most frames that the caller may be charged for.</summary>
    Quota = 7,

    /// <summary>The number of the caller.</summary>
    Self = 8,

    /// <summary>Ticks of the timer since the start.</summary>
    Ticks = 9,

    /// <summary>What the time-stamp counter was when the kernel was entered.</summary>
    EntryStamp = 10,

    /// <summary>
    /// Nanoseconds since the kernel was entered, by the time-stamp counter; by <see cref="Ticks"/>, as if each came after
    /// 10 ms, where nothing tells that one's rate.
    /// </summary>
    Nanoseconds = 11,
}
