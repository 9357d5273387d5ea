namespace Kernel.Abi;

/// <summary>Why a task ended.</summary>
public enum EndCause
{
    /// <summary>It said so.</summary>
    Exited = 0,

    /// <summary>Another one ended it.</summary>
    Killed = 1,

    /// <summary>It did what it must not, or what cannot be done.</summary>
    Trapped = 2,

    /// <summary>It touched a page that was promised when there was no memory left; the code is 14, the page fault.</summary>
    OutOfMemory = 3,
}
