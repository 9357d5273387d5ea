namespace Kernel.Diagnostics;

/// <summary>Why a stack trace goes no further.</summary>
public enum StackEnd : byte
{
    /// <summary>It does go further.</summary>
    None,

    /// <summary>
    /// No symbol tells the last function's frame: assembly that nobody calls, a user program, or a wild jump.
    /// </summary>
    UnknownFrame,

    /// <summary>The stack cannot be read where the caller should be found.</summary>
    UnreadableStack,

    /// <summary>The caller's frame would not lie above the last one: the stack is damaged.</summary>
    NotAscending,

    /// <summary>There may be more: <see cref="StackTrace{TMemory}.MaxDepth"/> frames are enough.</summary>
    TooDeep,
}
