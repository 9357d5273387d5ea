namespace UserPrograms;

/// <summary>
/// Circles with a wait for any child, which waits for ever only if each child does: whoever would close one is refused.
/// </summary>
internal static class AnyChildCircles
{
    /// <summary>Runs one.</summary>
    internal static void Do(string how)
    {
        switch (how)
        {
            case "wait for any in a circle":
                OnlyChildSends();
                break;
            case "any of two in a circle":
                BothSend();
                break;
            case "a circle with two waits for any":
                BothWait();
                break;
            default:
                WaitsLast();
                break;
        }
    }

    // The parent waits already.
    private static void OnlyChildSends()
    {
        Handle child = Peer.Start(static () =>
        {
            Peer.LetRun();
            IsRefused();
        });
        Expect(child);
    }

    // The first may wait for its parent, as long as the second does not.
    private static void BothSend()
    {
        Handle first = Peer.Start(static () =>
        {
            Peer.LetRun();
            Check.Done(Call.Send(Peer.Parent, default, default, out _), "send");
        });
        Handle second = Peer.Start(static () =>
        {
            Peer.LetRun(turns: 16);
            IsRefused();
        });
        Expect(second);
        Answer();
        Expect(first);
    }

    // The child waits already.
    private static void WaitsLast()
    {
        Handle child = Peer.StartWaiting(static () =>
            Check.Done(Call.Send(Peer.Parent, default, default, out _), "send"));
        Check.Gives(CallError.WouldDeadlock, Call.Wait(Handle.None, out _, out _), "wait for any");
        Check.Gives(CallError.WouldDeadlock, Call.Wait(child, out _, out _), "wait for the child");
        Answer();
        Expect(child);
    }

    // The child waits for any of its own already, and that one for this task.
    private static void BothWait()
    {
        Handle child = Peer.Start(static () =>
        {
            Handle grandparent = Peer.Parent;
            Handle grandchild = Peer.Start(() =>
                Check.Done(Call.Send(grandparent, default, default, out _), "send"));
            Expect(grandchild);
        });
        Peer.LetRun();
        Check.Gives(CallError.WouldDeadlock, Call.Wait(Handle.None, out _, out _), "wait for any");
        Answer();
        Expect(child);
    }

    private static void IsRefused()
    {
        Check.Gives(CallError.WouldDeadlock, Call.Send(Peer.Parent, default, default, out _), "send");
        Check.Gives(CallError.WouldDeadlock, Call.Send(Peer.Parent, new byte[100], default, out _), "send 100 bytes");
        Check.Gives(CallError.WouldDeadlock, Raw.Do(SystemCall.SendShort, Peer.Parent.Value), "send 32 bytes");
    }

    private static void Answer()
    {
        Check.Done(Call.Receive(default, out Message message), "receive");
        Check.Done(Call.Reply(message.Sender, default), "reply");
    }

    private static void Expect(Handle child)
    {
        Check.Done(Call.Wait(Handle.None, out Handle ended, out ExitStatus status), "wait for any");
        Check.Equal(child.Value, ended.Value, "who has ended");
        Check.Equal(0, status.Bits, "how it ended");
    }
}
