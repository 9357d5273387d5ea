namespace UserPrograms;

/// <summary>More handles than a task's record has room for.</summary>
internal static class ManyHandles
{
    /// <summary>Entries of a table that cost nothing; the first is no handle's.</summary>
    internal const uint InRecord = 64;

    /// <summary>Runs one.</summary>
    internal static void Do(string how)
    {
        Handle echo = Peer.StartEcho();
        switch (how)
        {
            case "handles: with all charged":
                AllCharged(echo);
                break;
            case "handles: a fork of many":
                Fork(echo);
                break;
            case "handles: four beyond the record":
                Receive(echo);
                break;
            case "handles: a start that is refused":
                StartHandles.Refused(echo);
                break;
            case "handles: one to four at a start":
                StartHandles.Given(echo);
                break;
            default:
                Use(echo);
                break;
        }

        Peer.End(echo);
    }

    // A handle that differs from a true one in its entry alone, or has only the lowest bits of one, is none.
    private static void Use(Handle echo)
    {
        Handle far = Fill(echo);
        Check.Equal(1, (far.Value % Handle.PerTask) / InRecord, "the part of the table");
        ExpectEcho(far);
        foreach (ulong wrong in new ulong[] { far.Value - InRecord, echo.Value + InRecord, far.Value + 128, InRecord })
        {
            Check.Gives(CallError.BadHandle, Raw.Do(SystemCall.SendShort, wrong), "send 32 bytes");
            Check.Gives(CallError.BadHandle, Raw.Do(SystemCall.Send, wrong), "send");
            Check.Gives(CallError.BadHandle, Call.Close(new Handle((uint)wrong)), "close");
        }

        Check.Done(Call.Close(far), "close");
        Check.Gives(CallError.BadHandle, Call.Send(far, default, default, out _), "send by a closed handle");
    }

    // Both have the same handles, and close their own.
    private static void Fork(Handle echo)
    {
        Handle far = Fill(echo);
        ulong charge = Call.Count(Counter.Charge);
        Handle child = Peer.Start(() =>
        {
            Check.Equal(charge, Call.Count(Counter.Charge), "the charge");
            ExpectEcho(far);
            Peer.LetRun();
            ExpectEcho(far);
        });
        Check.That((child.Value % Handle.PerTask) / InRecord != 0, "the child's handle is beyond the record");
        Check.Done(Call.Close(far), "close");
        Check.Equal(child.Value, WaitForAny().Value, "who has ended");
    }

    private static void Receive(Handle echo)
    {
        Handle client = Peer.Start(() =>
        {
            ulong gifts = echo.Value | (ulong)echo.Value << 32;
            ulong info = new MessageInfo(0, HandleGift.MostPerMessage).Bits;
            Check.Done(Raw.Do(SystemCall.Send, Peer.Parent.Value, info, r9: gifts, rbx: gifts), "send four handles");
        });
        Check.Done(Call.Close(Fill(echo)), "close");
        Check.Done(Call.Receive(default, out Message message), "receive");
        for (int i = 0; i < HandleGift.MostPerMessage; i++)
        {
            Check.That((message.Handles[i].Value % Handle.PerTask) / InRecord != 0, "it is beyond the record");
            ExpectEcho(message.Handles[i]);
        }

        Check.Done(Call.Reply(message.Sender, default), "reply");
        Check.EndsWell(client, "the client");
    }

    // The entries of the record cost nothing; 128 beyond it cost a frame.
    private static void AllCharged(Handle echo)
    {
        LimitCases.MapAll();
        ulong frames = LimitCases.Left();
        ulong made = 0;
        while (Call.Duplicate(echo, HandleRights.Send, out _) == CallError.None)
        {
            made++;
        }

        Check.That(made - (frames * 128) is > InRecord - 8 and < InRecord, "as many as are paid for");
        Check.Equal(0, LimitCases.Left(), "what is left");
        Check.Gives(CallError.NoHandleFree, Call.Duplicate(echo, HandleRights.Send, out _), "duplicate");
        Check.Done(Call.Unmap(LimitCases.Memory, Scratch.Page), "unmap");
        Check.Done(Call.Duplicate(echo, HandleRights.Send, out Handle far), "duplicate with a frame");
        ExpectEcho(far);
    }

    private static Handle WaitForAny()
    {
        Check.Done(Call.Wait(Handle.None, out Handle ended, out ExitStatus status), "wait for any");
        Check.Equal(0, status.Bits, "how it ended");
        return ended;
    }

    /// <summary>A handle has to be one of who echoes.</summary>
    internal static void ExpectEcho(Handle handle)
    {
        Check.Done(Call.Send(handle, "there"u8, default, out ulong length), "send");
        Check.Equal(5, length, "the reply's length");
    }

    // Until the record is full: the first handle beyond it.
    private static Handle Fill(Handle handle)
    {
        Handle copy;
        do
        {
            Check.Done(Call.Duplicate(handle, HandleRights.Send, out copy), "duplicate");
        }
        while ((copy.Value % Handle.PerTask) / InRecord == 0);
        return copy;
    }
}
