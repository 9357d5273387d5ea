namespace Kernel.Abi;

/// <summary>
/// The numbers of the system calls, in RAX at SYSCALL; arguments are in RDI, RSI, RDX, R10, R8 and R9, and results in RAX
/// (below zero: a <see cref="CallError"/>, negated), RDX, RSI and RDI. docs/system-calls.md tells what each takes and
/// gives.
/// </summary>
public enum SystemCall
{
    /// <summary>Does nothing: what a call costs.</summary>
    Nothing = 0,

    /// <summary>Sends a message and waits for the reply.</summary>
    Send = 1,

    /// <summary>Waits for a message.</summary>
    Receive = 2,

    /// <summary>Answers a sender.</summary>
    Reply = 3,

    /// <summary>Answers a sender and waits for the next message.</summary>
    ReplyReceive = 4,

    /// <summary>Lets others of the same priority run.</summary>
    Yield = 5,

    /// <summary>Ends the caller.</summary>
    Exit = 6,

    /// <summary>Makes a second task like the caller.</summary>
    Fork = 7,

    /// <summary>Starts a program in a new task.</summary>
    Spawn = 8,

    /// <summary>Replaces the caller's program.</summary>
    Execute = 9,

    /// <summary>Ends another task.</summary>
    Kill = 10,

    /// <summary>Waits for the end of a task.</summary>
    Wait = 11,

    /// <summary>Makes a second handle with equal or fewer rights.</summary>
    Duplicate = 12,

    /// <summary>Gives a handle up.</summary>
    Close = 13,

    /// <summary>Reserves pages of zeros.</summary>
    Map = 14,

    /// <summary>Gives pages back.</summary>
    Unmap = 15,

    /// <summary>Changes what may be done with pages.</summary>
    Protect = 16,

    /// <summary>Tells what is mapped at an address.</summary>
    Query = 17,

    /// <summary>Writes text to the kernel's console.</summary>
    Print = 18,

    /// <summary>Reads one of the kernel's counters.</summary>
    Count = 19,

    /// <summary><see cref="Send"/> of a whole short message, with no buffer for a longer reply.</summary>
    SendShort = 20,

    /// <summary><see cref="ReplyReceive"/> of a whole short message, with no buffer for a longer one.</summary>
    ReplyReceiveShort = 21,

    /// <summary>Waits until a time has passed.</summary>
    Sleep = 22,
}
