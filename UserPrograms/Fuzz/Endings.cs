namespace UserPrograms;

/// <summary>How tasks that make calls come to their end, and what they say then.</summary>
internal static class Endings
{
    /// <summary>In an exit code: something was wrong.</summary>
    internal const int Failed = 1 << 30;

    /// <summary>In an exit code: the bits below are the number of calls.</summary>
    internal const int IsCount = 1 << 29;

    /// <summary>The first word of a short message that asks a worker to end.</summary>
    internal const ulong Request = 0xE4D0_0F0F_A11C_A115;

    /// <summary>Asks a worker to end; the exit code of who does that.</summary>
    internal static int AskFor(Handle worker)
    {
        CallMaker.MakeShortSend(worker.Value, Request, out CallFrame asked);
        CallFrame given = default;
        CallFrame.Issue(in asked, ref given);
        return 0;
    }

    /// <summary>Whether a task has ended: of such a one no second handle can be made.</summary>
    internal static bool IsOver(Handle task)
    {
        CallError error = Call.Duplicate(task, HandleRights.None, out Handle copy);
        if (error == CallError.None)
        {
            Call.Close(copy).OrFail("close");
        }

        return error == CallError.PeerGone;
    }

    /// <summary>An exit code, and what a task's end adds to it: nothing where it was killed.</summary>
    internal static int Add(int code, ExitStatus status) => status.Cause switch
    {
        EndCause.Exited when (status.Code & IsCount) != 0 =>
            (code | (status.Code & Failed)) + (status.Code & (IsCount - 1)),
        EndCause.Exited or EndCause.Killed => code,
        _ => code | Failed,
    };
}
