using System.Runtime.CompilerServices;

namespace UserPrograms;

/// <summary>
/// System calls with a pattern in every register that is not an argument. What is preserved is so, all else is zero:
/// what the kernel, or who ran between, had in its registers is nowhere.
/// </summary>
internal static class CallRegisters
{
    private const ulong Length = 100;

    /// <summary>Runs one.</summary>
    internal static void Do(string how)
    {
        Scratch.Make();
        Handle disturbing = Peer.Start(RegisterCases.Disturb);
        Handle echo = Peer.StartEcho();
        Try(how, echo);
        Peer.End(echo);
        Peer.End(disturbing);
    }

    private static void Try(string how, Handle echo)
    {
        switch (how)
        {
            case "nothing" or "yield" or "wait that is refused" or "no such call" or "count" or "sleep" or "sleep for no time" or "query" or "print"
                or "map" or "unmap" or "protect" or "spawn that is refused" or "execute that is refused"
                or "send that is refused" or "reply that is refused":
                Cross(CallArguments.Alone(how));
                break;
            case "fork, the parent" or "fork, the child":
                Fork(isChild: how == "fork, the child");
                break;
            case "kill" or "wait" or "spawn":
                ChildCalls.Do(how);
                break;
            case "duplicate" or "close":
                HandleCall(how, echo);
                break;
            case "receive" or "receive that waits" or "reply" or "reply and receive":
                Serve(how);
                break;
            default:
                Cross(CallArguments.Sending(how, echo));
                break;
        }
    }

    /// <summary>Makes the call that the registers say, and compares; what came back.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static RegisterFile Cross(CallArguments arguments)
    {
        RegisterFile before = CallArguments.Of(arguments);
        RegisterFile after = before;
        Crossing.Call(ref after);
        Comparison.AfterCall(ref before, ref after);
        return after;
    }

    private static void HandleCall(string how, Handle echo)
    {
        Check.Done(Call.Duplicate(echo, HandleRights.Send, out Handle copy), "duplicate");
        RegisterFile after = Cross(how == "close"
            ? new(SystemCall.Close, copy.Value)
            : new(SystemCall.Duplicate, echo.Value, (ulong)HandleRights.Send));
        Check.Done(Raw.ErrorIn(in after), how);
    }

    private static void Fork(bool isChild)
    {
        RegisterFile before = CallArguments.Of(new(SystemCall.Fork));
        RegisterFile after = before;
        Crossing.Call(ref after);
        Check.Done(Raw.ErrorIn(in after), "fork");
        if (after[Register.Rdx] != 0)
        {
            if (isChild)
            {
                Comparison.AfterCall(ref before, ref after);
            }

            Environment.Exit(0);
        }

        if (!isChild)
        {
            Comparison.AfterCall(ref before, ref after);
        }

        Check.EndsWell(new Handle((uint)after[Register.Rax]), "the child");
    }

    private static void Serve(string how)
    {
        Handle client = how == "receive that waits" ? Peer.Start(Send) : Peer.StartWaiting(Send);
        RegisterFile received = how is "receive" or "receive that waits"
            ? Cross(new(SystemCall.Receive, 0, 0, Scratch.Writable, 0, Length))
            : Received();
        ulong sender = received[Register.Rdx];
        if (how == "reply and receive")
        {
            RegisterFile next = Cross(new(
                SystemCall.ReplyReceive, sender, Length, Scratch.Writable, Scratch.Writable, Length));
            sender = next[Register.Rdx];
        }
        else
        {
            _ = Cross(new(SystemCall.Reply, sender, Length, 0, Scratch.Writable));
            sender = Received()[Register.Rdx];
        }

        Check.Done(Call.Reply(new SenderId(sender), default), "the last reply");
        Check.EndsWell(client, "the client");
    }

    private static RegisterFile Received()
    {
        RegisterFile registers = CallArguments.Of(new(SystemCall.Receive, 0, 0, Scratch.Writable, 0, Length));
        Check.Done(Raw.Do(ref registers), "receive");
        return registers;
    }

    private static void Send()
    {
        Span<byte> buffer = new byte[(int)Length];
        for (int i = 0; i < 2; i++)
        {
            Check.Done(Call.Send(Peer.Parent, buffer, buffer, out _), "send");
        }
    }
}
