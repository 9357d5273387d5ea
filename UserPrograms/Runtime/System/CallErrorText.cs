using Kernel.Abi;

namespace System;

/// <summary>Why system calls are refused, in words.</summary>
internal static class CallErrorText
{
    /// <summary>The error in words, UTF-8.</summary>
    internal static ReadOnlySpan<byte> Of(CallError error) => error switch
    {
        CallError.None => "no error"u8,
        CallError.NoSuchCall => "there is no such call"u8,
        CallError.BadHandle => "the handle is bad"u8,
        CallError.NoRight => "the handle lacks the right"u8,
        CallError.BadBuffer => "the buffer is bad"u8,
        CallError.BadArgument => "an argument is out of its range"u8,
        CallError.BadSender => "there is no such sender"u8,
        CallError.WouldDeadlock => "it would wait for ever"u8,
        CallError.NoChild => "there is no child"u8,
        CallError.NoHandleFree => "all handles are in use"u8,
        CallError.QuotaExceeded => "the quota is exceeded"u8,
        CallError.AlreadyMapped => "something is mapped there already"u8,
        CallError.NotMapped => "nothing is mapped there"u8,
        CallError.NoSuchProgram => "there is no such program"u8,
        CallError.BadProgram => "it is no program"u8,
        CallError.PeerGone => "the other one has ended"u8,
        CallError.OutOfMemory => "there is no memory"u8,
        _ => "an unknown error"u8,
    };
}
