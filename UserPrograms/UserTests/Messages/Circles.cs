namespace UserPrograms;

/// <summary>Tasks that would wait for one another for ever: whoever would close the circle is refused.</summary>
internal static class Circles
{
    /// <summary>Runs one, in a task that has a handle of its own for itself; so have its children then.</summary>
    internal static void Do(string how)
    {
        Handle task = Peer.Start(() =>
        {
            Handle own = TakeHandle();
            switch (how)
            {
                case "wait for itself":
                    Check.Gives(CallError.WouldDeadlock, Call.Wait(own, out _, out _), "wait");
                    break;
                case "send to itself":
                    RefusesAll(own);
                    break;
                case "a circle of three":
                    OfThree(own);
                    break;
                default:
                    OfTwo(own, isWait: how == "wait in a circle");
                    break;
            }
        });
        GiveHandle(task);
        Check.EndsWell(task, "who has a handle of its own");
    }

    /// <summary>In a child: asks its parent for a handle.</summary>
    internal static Handle TakeHandle()
    {
        Check.Done(Call.Send(Peer.Parent, default, HandleGifts.None, default, out Message reply), "ask for a handle");
        return reply.Handles[0];
    }

    /// <summary>Answers a child that asks for a handle; what it gives, the giver keeps.</summary>
    internal static void GiveHandle(Handle gift)
    {
        Check.Done(Call.Receive(default, out Message question), "receive a question");
        Check.Done(Call.Reply(question.Sender, default, HandleGifts.Copy(gift)), "give a handle");
    }

    private static void RefusesAll(Handle waiting)
    {
        Check.Gives(CallError.WouldDeadlock, Call.Send(waiting, default, default, out _), "send");
        Check.Gives(CallError.WouldDeadlock, Call.Send(waiting, new byte[100], default, out _), "send 100 bytes");
        CallError error = Call.Send(waiting, default, HandleGifts.Copy(waiting), default, out _);
        Check.Gives(CallError.WouldDeadlock, error, "send a handle");
    }

    // The parent waits for its child, for a reply or for its end, and the child tries the same.
    private static void OfTwo(Handle own, bool isWait)
    {
        Handle child = Peer.Start(() =>
        {
            Peer.LetRun();
            if (!isWait)
            {
                RefusesAll(own);
                Check.Done(Call.Receive(default, out _), "receive");
            }

            RefusesAll(own);
            Check.Gives(CallError.WouldDeadlock, Call.Wait(own, out _, out _), "wait");
        });
        if (!isWait)
        {
            Check.Gives(CallError.PeerGone, Call.Send(child, default, default, out _), "send to one that ends");
        }

        Check.EndsWell(child, "the child");
    }

    // The first waits for the second, that for the third, and the third for nobody: it is refused.
    private static void OfThree(Handle own)
    {
        Handle third = Peer.Start(() =>
        {
            Check.Done(Call.Receive(default, out _), "receive");
            RefusesAll(own);
            Check.Gives(CallError.WouldDeadlock, Call.Wait(own, out _, out _), "wait");
        });
        Handle second = Peer.Start(() =>
        {
            Check.Done(Call.Receive(default, out Message message), "receive");
            Check.Gives(CallError.PeerGone, Call.Send(third, default, default, out _), "send on");
            Check.Done(Call.Reply(message.Sender, default), "reply");
        });
        Check.Done(Call.Send(second, default, default, out _), "send");
        Check.EndsWell(second, "the second");
        Check.EndsWell(third, "the third");
    }
}
