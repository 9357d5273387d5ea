using System.Runtime;
using System.Runtime.CompilerServices;
using Kernel.Abi;

namespace UserPrograms;

/// <summary>
/// Messages of 32 bytes that lie always in the same place, <see cref="Words"/>, and travel in registers: the quick way.
/// </summary>
public static unsafe partial class Call
{
    /// <summary>
    /// The words of a short message: what <see cref="SendWords"/> and <see cref="ReplyReceiveWords"/> send, and what has
    /// come afterwards.
    /// </summary>
    public static ref ShortMessage Words => ref *LocateShortWords();

    /// <summary>Sends <see cref="Words"/> and waits for the reply: its first 32 bytes are there then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CallError SendWords(Handle to) => ErrorOf(SendShort(to.Value));

    /// <summary>
    /// Answers a sender, none where it is none, with <see cref="Words"/>, and waits for the next message: its first 32
    /// bytes are there then.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CallError ReplyReceiveWords(ref SenderId sender)
    {
        ShortResult result = ReplyReceiveShort(sender.Value);
        sender = new SenderId(result.Sender);
        return ErrorOf(result.Info);
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("locate_short_words")]
    private static extern ShortMessage* LocateShortWords();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("send_short")]
    private static extern long SendShort(ulong to);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("reply_receive_short")]
    private static extern ShortResult ReplyReceiveShort(ulong to);
}
