namespace UserPrograms;

/// <summary>A table that is full of handles.</summary>
internal static class HandleLimits
{
    /// <summary>Runs one.</summary>
    internal static void Do(string how)
    {
        if (how == "handles: wait for any of all")
        {
            WaitForAny();
            return;
        }

        Handle idle = Peer.StartIdle();
        switch (how)
        {
            case "handles: beyond the record" or "handles: four beyond the record" or "handles: a fork of many"
                or "handles: with all charged" or "handles: a start that is refused"
                or "handles: one to four at a start":
                ManyHandles.Do(how);
                break;
            case "handles: fork":
                Fork(idle);
                break;
            case "handles: spawn":
                FillTable(idle);
                Check.Gives(CallError.NoHandleFree, Call.Spawn("usertests"u8, "end"u8, out _), "spawn");
                break;
            case "handles: receive":
                Receive(idle);
                break;
            case "handles: reply":
                Reply(idle);
                break;
            default:
                FillTable(idle);
                break;
        }

        Peer.End(idle);
    }

    // One of them, the last.
    private static Handle FillTable(Handle handle)
    {
        Handle last = Handle.None;
        CallError error = CallError.None;
        int made = 0;
        while (error == CallError.None)
        {
            error = Call.Duplicate(handle, HandleRights.Send, out Handle copy);
            last = error == CallError.None ? copy : last;
            made++;
        }

        Check.Gives(CallError.NoHandleFree, error, "duplicate");
        Check.That(made < Handle.PerTask && made > Handle.PerTask - 8, "the table was nearly empty");
        return last;
    }

    // The last handle is the child's, and the child's is its parent's.
    private static void Fork(Handle idle)
    {
        Handle last = FillTable(idle);
        Check.Gives(CallError.NoHandleFree, Call.Fork(out _, out _), "fork");
        Check.Done(Call.Close(last), "close");
        Handle child = Peer.Start(() => Check.Gives(
            CallError.NoHandleFree, Call.Duplicate(Peer.Parent, HandleRights.Send, out _), "duplicate"));
        Check.Equal(last.Value % Handle.PerTask, child.Value % Handle.PerTask, "the entry");
        Check.EndsWell(child, "the child");
    }

    // Each waits for the other: of all those entries, none is of a child that will end.
    private static void WaitForAny()
    {
        Handle client = Peer.StartWaiting(static () =>
            Check.Done(Call.Send(Peer.Parent, default, default, out _), "send"));
        FillTable(client);
        Check.Gives(CallError.WouldDeadlock, Call.Wait(Handle.None, out _, out _), "wait for any");
        Check.Done(Call.Receive(default, out Message message), "receive");
        Check.Done(Call.Reply(message.Sender, default), "reply");
        Check.EndsWell(client, "the client");
    }

    // The message stays until there is room.
    private static void Receive(Handle idle)
    {
        Handle client = Peer.StartWaiting(() => Check.Done(
            Call.Send(Peer.Parent, "with a handle"u8, HandleGifts.Copy(idle), default, out _), "send"));
        Handle last = FillTable(idle);
        Check.Gives(CallError.NoHandleFree, Call.Receive(default, out _), "receive");
        CallError both = Call.ReplyReceive(SenderId.None, default, HandleGifts.None, default, out _);
        Check.Gives(CallError.NoHandleFree, both, "reply and receive");
        Check.Done(Call.Close(last), "close");
        Check.Done(Call.Receive(default, out Message message), "receive with room");
        Check.That(!message.Handles[0].IsNone, "the handle came");
        Check.Done(Call.Reply(message.Sender, default), "reply");
        Check.EndsWell(client, "the client");
    }

    // The server has nothing to do with its client's table.
    private static void Reply(Handle idle)
    {
        Handle client = Peer.Start(() =>
        {
            FillTable(idle);
            CallError error = Call.Send(Peer.Parent, default, HandleGifts.None, default, out _);
            Check.Gives(CallError.NoHandleFree, error, "send");
        });
        Check.Done(Call.Receive(default, out Message message), "receive");
        Check.Done(Call.Reply(message.Sender, default, HandleGifts.Move(idle)), "reply with a handle");
        Check.Gives(CallError.BadSender, Call.Reply(message.Sender, default), "reply twice");
        Check.EndsWell(client, "the client");
    }
}
