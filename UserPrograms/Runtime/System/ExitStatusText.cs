using Kernel.Abi;

namespace System;

/// <summary>Why tasks end, in words that the code follows.</summary>
internal static class ExitStatusText
{
    /// <summary>The cause in words, UTF-8.</summary>
    internal static ReadOnlySpan<byte> Of(EndCause cause) => cause switch
    {
        EndCause.Exited => "ended with code "u8,
        EndCause.Killed => "was killed, code "u8,
        EndCause.Trapped => "was stopped by exception "u8,
        EndCause.OutOfMemory => "had no memory, code "u8,
        _ => "ended in an unknown way, code "u8,
    };
}
