namespace UserPrograms;

/// <summary>
/// The paths. A path's first task is nobody's server, and so it always comes to its end, whoever else is killed; at
/// worst others wait for messages then.
/// </summary>
internal static class Party
{
    private const int Wrong = 1;

    /// <summary>Does a path's calls, when the starter has said so; the exit code.</summary>
    internal static int Play(string path)
    {
        Action act = Find(path);
        Buffers.Make();
        Call.SendWords(Environment.Parent).OrFail("wait for the start");
        act();
        return 0;
    }

    /// <summary>A child that does something and ends.</summary>
    internal static Handle Start(Action body)
    {
        Done(Call.Fork(out Handle child, out bool isChild));
        if (isChild)
        {
            body();
            Environment.Exit(0);
        }

        return child;
    }

    /// <summary>Waits for a child, or for any where it is none, which may have been killed; which one it was.</summary>
    internal static Handle Await(Handle child)
    {
        Done(Call.Wait(child, out Handle ended, out ExitStatus status));
        Check(status.Cause == EndCause.Killed || status.Bits == 0);
        return ended;
    }

    /// <summary>Waits for whichever child ends first.</summary>
    internal static Handle AwaitAny() => Await(Handle.None);

    /// <summary>Ends a child, and waits for it.</summary>
    internal static void End(Handle child)
    {
        _ = DoneOrGone(Call.Kill(child));
        _ = Await(child);
    }

    /// <summary>A call has to be done.</summary>
    internal static void Done(CallError error) => Check(error == CallError.None);

    /// <summary>
    /// A call has to be done, unless somebody was killed; whether it was done. Of those that have ended a fork gets no
    /// handle.
    /// </summary>
    internal static bool DoneOrGone(CallError error)
    {
        Check(error is CallError.None or CallError.PeerGone or CallError.BadHandle);
        return error == CallError.None;
    }

    /// <summary>The party ends where something is not so.</summary>
    internal static void Check(bool holds)
    {
        if (!holds)
        {
            Environment.Exit(Wrong);
        }
    }

    /// <summary>Whether a party may have ended so because memory was lacking, to itself or to another one.</summary>
    internal static bool IsScarce(ExitStatus status) =>
        status == new ExitStatus(EndCause.Exited, Wrong) || status.Cause == EndCause.OutOfMemory;

    private static Action Find(string path) => path switch
    {
        "fork" => TaskPaths.Fork,
        "spawn" => TaskPaths.Spawn,
        "execute" => TaskPaths.Execute,
        "wait" => TaskPaths.Wait,
        "send" => MessagePaths.Send,
        "words" => MessagePaths.Words,
        "handles" => MessagePaths.Handles,
        "reply" => MessagePaths.Reply,
        "reply-receive" => MessagePaths.ReplyReceive,
        "map" => PagePaths.Map,
        "fault" => PagePaths.Fault,
        _ => static () => Check(false),
    };
}
