using System.Runtime;
using System.Runtime.CompilerServices;
using Kernel.Abi;

namespace UserPrograms;

/// <summary>Messages of 32 bytes, which travel in registers: the quick way.</summary>
public static unsafe partial class Call
{
    /// <summary>Sends 32 bytes, and waits for the reply: its first 32 bytes, in the same place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CallError Send(Handle to, ref ShortMessage message) =>
        ErrorOf(SendShort(to.Value, ref message));

    /// <summary>
    /// Answers a sender with 32 bytes, none where it is none, and waits for the next message: its first 32 bytes, in
    /// the same place, and its sender.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CallError ReplyReceive(ref SenderId sender, ref ShortMessage message)
    {
        ShortResult result = ReplyReceiveShort(sender.Value, ref message);
        sender = new SenderId(result.Sender);
        return ErrorOf(result.Info);
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("send_short")]
    private static extern long SendShort(ulong to, ref ShortMessage message);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("reply_receive_short")]
    private static extern ShortResult ReplyReceiveShort(ulong to, ref ShortMessage message);
}
