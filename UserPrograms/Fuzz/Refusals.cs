namespace UserPrograms;

/// <summary>Which errors each call can have: the tables of docs/system-calls.md.</summary>
internal static class Refusals
{
    private const int Handle = 1 << (int)CallError.BadHandle;
    private const int Right = 1 << (int)CallError.NoRight;
    private const int Buffer = 1 << (int)CallError.BadBuffer;
    private const int Argument = 1 << (int)CallError.BadArgument;
    private const int Sender = 1 << (int)CallError.BadSender;
    private const int Deadlock = 1 << (int)CallError.WouldDeadlock;
    private const int Child = 1 << (int)CallError.NoChild;
    private const int Full = 1 << (int)CallError.NoHandleFree;
    private const int Quota = 1 << (int)CallError.QuotaExceeded;
    private const int Already = 1 << (int)CallError.AlreadyMapped;
    private const int Missing = 1 << (int)CallError.NotMapped;
    private const int Program = 1 << (int)CallError.NoSuchProgram | 1 << (int)CallError.BadProgram;
    private const int Gone = 1 << (int)CallError.PeerGone;
    private const int Memory = 1 << (int)CallError.OutOfMemory;

    /// <summary>Whether a call of this number can be refused so; one that is not refused, too.</summary>
    internal static bool Allow(ulong number, CallError error) =>
        number <= (ulong)SystemCall.Sleep
            ? error == CallError.None
                || (error <= CallError.OutOfMemory && (Of((SystemCall)number) >> (int)error & 1) != 0)
            : error == CallError.NoSuchCall;

    private static int Of(SystemCall call) => call switch
    {
        SystemCall.Send => Argument | Buffer | Handle | Right | Gone | Deadlock | Full | Memory,
        SystemCall.Receive => Buffer | Full | Memory,
        SystemCall.Reply => Argument | Buffer | Sender | Handle,
        SystemCall.ReplyReceive => Argument | Buffer | Handle | Full | Memory,
        SystemCall.Fork => Full | Quota | Memory,
        SystemCall.Spawn => Argument | Buffer | Handle | Full | Program | Quota | Memory,
        SystemCall.Execute => Argument | Buffer | Program | Quota | Memory,
        SystemCall.Kill => Handle | Right | Gone,
        SystemCall.Wait => Handle | Right | Gone | Deadlock | Child,
        SystemCall.Duplicate => Argument | Handle | Right | Gone | Full | Memory,
        SystemCall.Close => Handle,
        SystemCall.Map => Argument | Already | Quota | Memory,
        SystemCall.Unmap => Argument | Quota | Memory,
        SystemCall.Protect => Argument | Missing | Quota | Memory,
        SystemCall.Print => Argument | Buffer | Memory,
        SystemCall.Count => Argument,
        SystemCall.SendShort => Handle | Right | Gone | Deadlock | Full | Memory,
        SystemCall.ReplyReceiveShort => Full | Memory,
        _ => 0,
    };
}
