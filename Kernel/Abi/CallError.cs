namespace Kernel.Abi;

/// <summary>
/// Why a system call was refused, and whose fault it was. Nothing has changed then, unless the call's page in
/// docs/system-calls.md says so.
/// </summary>
public enum CallError
{
    /// <summary>It was not.</summary>
    None = 0,

    /// <summary>The caller's: there is no such call.</summary>
    NoSuchCall = 1,

    /// <summary>The caller's: the handle is none of its own, or was closed.</summary>
    BadHandle = 2,

    /// <summary>The caller's: the handle does not carry the right that the call needs.</summary>
    NoRight = 3,

    /// <summary>The caller's: some of a buffer is not its own memory, or must not be used so.</summary>
    BadBuffer = 4,

    /// <summary>The caller's: an argument is out of its range.</summary>
    BadArgument = 5,

    /// <summary>The caller's: there is no sender of this id that waits for a reply.</summary>
    BadSender = 6,

    /// <summary>The caller's: it waits for itself, or everybody whom it would wait for waits for it already.</summary>
    WouldDeadlock = 7,

    /// <summary>The caller's: it has no child to wait for.</summary>
    NoChild = 8,

    /// <summary>The caller's: all its handles are in use.</summary>
    NoHandleFree = 9,

    /// <summary>The caller's: it may not have so much memory, or so many tasks.</summary>
    QuotaExceeded = 10,

    /// <summary>The caller's: something is mapped there already.</summary>
    AlreadyMapped = 11,

    /// <summary>The caller's: nothing is mapped in some of it.</summary>
    NotMapped = 12,

    /// <summary>The caller's: there is no program of this name.</summary>
    NoSuchProgram = 13,

    /// <summary>The file's: it is no program that could run here.</summary>
    BadProgram = 14,

    /// <summary>The peer's: it has ended, or ended before it answered.</summary>
    PeerGone = 15,

    /// <summary>Nobody's: there is no memory.</summary>
    OutOfMemory = 16,
}
