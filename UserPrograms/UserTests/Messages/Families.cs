namespace UserPrograms;

/// <summary>Parents, children, and others that wait for an end.</summary>
internal static class Families
{
    /// <summary>Runs one.</summary>
    internal static void Do(string how)
    {
        switch (how)
        {
            case "two wait for one":
                TwoWait();
                break;
            case "a parent ends first":
                ParentEnds();
                break;
            case "a child moved away":
                Moved();
                break;
            case "a child closed":
                Check.Done(Call.Close(Peer.Start(static () => { })), "close");
                Check.Gives(CallError.NoChild, Call.Wait(Handle.None, out _, out _), "wait");
                Peer.LetRun();
                break;
            default:
                Check.Gives(CallError.NoChild, Call.Wait(Handle.None, out _, out _), "wait");
                break;
        }
    }

    private static void TwoWait()
    {
        Handle awaited = Peer.StartIdle();
        Handle first = Peer.StartWaiting(() => Check.Ends(awaited, EndCause.Killed, 0, "who is awaited"));
        Handle second = Peer.StartWaiting(() => Check.Ends(awaited, EndCause.Killed, 0, "who is awaited"));
        Peer.End(awaited);
        Check.EndsWell(first, "the first who waits");
        Check.EndsWell(second, "the second");
    }

    // The grandchild goes on, and what it was given goes to the first task of all when it ends.
    private static void ParentEnds()
    {
        Handle child = Peer.Start(static () => Peer.StartWaiting(static () =>
        {
            Peer.LetRun();
            Check.Gives(CallError.PeerGone, Call.Send(Peer.Parent, default, default, out _), "send to an end");
            Check.Gives(CallError.NoChild, Call.Wait(Handle.None, out _, out _), "wait");
        }));
        Check.EndsWell(child, "the child");
        Peer.LetRun(turns: 100);
    }

    // Who gives a child's handle away has no child any more; who gets it may wait, but is no parent.
    private static void Moved()
    {
        Handle child = Peer.StartIdle();
        Handle other = Peer.Start(() =>
        {
            Check.Done(Call.Receive(default, out Message message), "receive");
            Handle given = message.Handles[0];
            Check.Gives(CallError.NoChild, Call.Wait(Handle.None, out _, out _), "wait for any");
            Check.Done(Call.Reply(message.Sender, default), "reply");
            Check.Done(Call.Kill(given), "kill");
            Check.Gives(CallError.PeerGone, Call.Wait(given, out _, out _), "wait for one that has ended");
        });
        Check.Done(Call.Send(other, default, HandleGifts.Move(child), default, out _), "move the handle");
        Check.Gives(CallError.BadHandle, Call.Kill(child), "kill by the handle that was moved");
        Check.EndsWell(other, "the other");
        Check.Gives(CallError.NoChild, Call.Wait(Handle.None, out _, out _), "wait for any");
    }
}
