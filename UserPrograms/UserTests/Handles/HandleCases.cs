namespace UserPrograms;

/// <summary>Handles that are lies: the call is refused, and the true handle is as good as before.</summary>
internal static class HandleCases
{
    private const ulong HighBits = 1UL << 63 | 1UL << 32;
    private const uint NextGeneration = Handle.PerTask;

    /// <summary>Runs one.</summary>
    internal static void Do(string what, string how)
    {
        Scratch.Make();
        Handle echo = Peer.StartEcho();
        switch (how)
        {
            case "no right":
                Check.Done(Call.Duplicate(echo, LackingFor(what), out Handle weak), "duplicate");
                Expect(what, weak.Value, CallError.NoRight);
                break;
            case "ended":
                Expect(what, Ended(echo), CallError.PeerGone);
                break;
            case "moved twice":
                Expect(what, echo.Value | 1u << 31, CallError.BadHandle);
                break;
            default:
                Expect(what, Lie(how, echo), CallError.BadHandle);
                break;
        }

        Check.Done(Call.Send(echo, "still there"u8, default, out _), "send afterwards");
        Peer.End(echo);
    }

    private static void Expect(string what, ulong handle, CallError expected)
    {
        CallError error = what switch
        {
            "send 0 bytes" => Raw.Do(SystemCall.Send, handle),
            "send 100 bytes" => Raw.Do(SystemCall.Send, handle, 100, Scratch.Writable, Scratch.Writable, 100),
            "kill" => Raw.Do(SystemCall.Kill, handle),
            "wait" => Raw.Do(SystemCall.Wait, handle),
            "duplicate" => Raw.Do(SystemCall.Duplicate, handle, (ulong)HandleRights.Wait),
            "close" => Raw.Do(SystemCall.Close, handle),
            _ => GivenHandles.Try(what, (uint)handle),
        };
        Check.Gives(expected, error, what);
    }

    private static HandleRights LackingFor(string what) => what switch
    {
        "kill" => HandleRights.Send | HandleRights.Wait,
        "wait" or "duplicate" => HandleRights.Send | HandleRights.Kill,
        _ => HandleRights.Kill | HandleRights.Wait,
    };

    private static ulong Lie(string how, Handle echo) => how switch
    {
        "none" => 0,
        "never issued" => 0x2AAA_AA80 | (Handle.PerTask - 1),
        "another entry" => echo.Value ^ 1,
        "closed" => Closed(echo).Value,
        "closed and used again" => UsedAgain(echo),
        "another generation" => echo.Value + NextGeneration,
        "high bits" => echo.Value | HighBits,
        _ => Foreign(echo),
    };

    private static Handle Closed(Handle echo)
    {
        Check.Done(Call.Duplicate(echo, HandleRights.All, out Handle copy), "duplicate");
        Check.Done(Call.Close(copy), "close");
        return copy;
    }

    // The entry has another handle by now.
    private static ulong UsedAgain(Handle echo)
    {
        Handle old = Closed(echo);
        Check.Done(Call.Duplicate(echo, HandleRights.All, out Handle next), "duplicate again");
        Check.Equal(old.Value % Handle.PerTask, next.Value % Handle.PerTask, "the entry that is used again");
        return old.Value;
    }

    // A number that is a handle in another task.
    private static ulong Foreign(Handle echo)
    {
        Handle teller = Peer.Start(() => Tell(echo));
        Span<byte> number = new byte[sizeof(uint)];
        Check.Done(Call.Receive(number, out Message message), "receive a number");
        Check.Done(Call.Reply(message.Sender, default), "reply");
        Check.EndsWell(teller, "who tells a number");
        return number[0] | (uint)number[1] << 8 | (uint)number[2] << 16 | (uint)number[3] << 24;
    }

    private static void Tell(Handle echo)
    {
        for (int i = 0; i < 5; i++)
        {
            Check.Done(Call.Duplicate(echo, HandleRights.All, out Handle copy), "duplicate");
            uint own = copy.Value;
            byte[] number = [(byte)own, (byte)(own >> 8), (byte)(own >> 16), (byte)(own >> 24)];
            if (i == 4)
            {
                Check.Done(Call.Send(Peer.Parent, number, default, out _), "send a number");
            }
        }
    }

    // A handle of a task that has ended, and is no child's.
    private static ulong Ended(Handle echo)
    {
        Handle child = Peer.StartIdle();
        Check.Done(Call.Duplicate(child, HandleRights.All, out Handle copy), "duplicate");
        Peer.End(child);
        Check.Done(Call.Send(echo, default, default, out _), "send between");
        return copy.Value;
    }
}
