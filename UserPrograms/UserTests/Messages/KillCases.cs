namespace UserPrograms;

/// <summary>A task is killed in whatever it does: whoever deals with it is told, and nothing of it stays.</summary>
internal static class KillCases
{
    /// <summary>Runs one.</summary>
    internal static void Do(string how)
    {
        Scratch.Make();
        switch (how)
        {
            case "before its first instruction":
                Peer.End(Peer.Start(Spin));
                break;
            case "a spawned one before its first instruction":
                var options = new SpawnOptions { PriorityPlusOne = 1 };
                Check.Done(Call.Spawn("usertests"u8, "end"u8, in options, out Handle spawned), "spawn");
                Peer.End(spawned);
                break;
            case "awaiting a reply" or "awaiting a long reply" or "sending 0 bytes" or "sending 100 bytes"
                or "sending a handle":
                KillClient(how);
                break;
            case "with messages queued" or "with replies owed":
                KillServer(isReceived: how == "with replies owed");
                break;
            case "waited for":
                KillAwaited();
                break;
            case "itself":
                KillItself();
                break;
            default:
                KillAfterAll(Peer.Start(BodyOf(how)));
                break;
        }
    }

    // It has children, which take their turns too, before and afterwards.
    private static void KillAfterAll(Handle victim)
    {
        const int turns = 100;
        Peer.LetRun(turns);
        Peer.End(victim);
        Peer.LetRun(turns);
    }

    private static Action BodyOf(string how) => how switch
    {
        "interrupted" => Spin,
        "yielding" => RegisterCases.Disturb,
        "receiving" => static () => _ = Call.Receive(new byte[100], out _),
        "replied and receiving" => static () =>
            _ = Call.ReplyReceive(SenderId.None, default, HandleGifts.None, new byte[100], out _),
        "sleeping" => static () => _ = Call.Sleep(ulong.MaxValue),
        "waiting for one" => WaitForOne,
        "waiting for any" => WaitForAny,
        _ => HaveChildren,
    };

    private static void Spin()
    {
        while (true)
        {
        }
    }

    private static void WaitForOne() => _ = Call.Wait(StartIdle(), out _, out _);

    private static void WaitForAny()
    {
        _ = StartIdle();
        _ = Call.Wait(Handle.None, out _, out _);
    }

    // It ends when this one is gone.
    private static Handle StartIdle()
    {
        Handle idle = Peer.StartIdle();
        Peer.Start(() =>
        {
            Follow();
            Check.Done(Call.Kill(idle), "kill");
        });
        return idle;
    }

    private static void HaveChildren()
    {
        _ = StartFollower();
        _ = StartFollower();
        RegisterCases.Disturb();
    }

    // Children outlive their parent: this one ends when that is gone.
    private static Handle StartFollower() => Peer.Start(Follow);

    private static void Follow() =>
        Check.Gives(CallError.PeerGone, Call.Send(Peer.Parent, default, default, out _), "wait for the parent's end");

    private static void KillClient(string how)
    {
        ulong length = how is "sending 100 bytes" or "awaiting a long reply" ? 100UL : 0;
        int handles = how == "sending a handle" ? 1 : 0;
        ulong info = new MessageInfo(length, handles).Bits;
        Handle client = Peer.StartWaiting(() => _ = Raw.Do(
            SystemCall.Send, Peer.Parent.Value, info, Scratch.Writable, Scratch.Writable, 100, Peer.Parent.Value));
        if (how is "awaiting a reply" or "awaiting a long reply")
        {
            Check.Done(Call.Receive(new byte[100], out Message message), "receive");
            Peer.End(client);
            Check.Gives(CallError.BadSender, Call.Reply(message.Sender, default), "reply to the dead");
            Check.Gives(CallError.BadSender, Call.Reply(message.Sender, new byte[100]), "reply at length");
            return;
        }

        Peer.End(client);
        Handle other = Peer.Start(static () => Check.Done(Call.Send(Peer.Parent, "x"u8, default, out _), "send"));
        Check.Done(Call.Receive(default, out Message next), "receive another one's");
        Check.Equal(1, next.Length, "its length");
        Check.Done(Call.Reply(next.Sender, default), "reply");
        Check.EndsWell(other, "the other");
    }

    private static void KillServer(bool isReceived)
    {
        Handle server = Peer.StartWaiting(() =>
        {
            for (int i = 0; i < 2 && isReceived; i++)
            {
                Check.Done(Call.Receive(new byte[100], out _), "receive");
            }

            while (true)
            {
                _ = Call.Yield();
            }
        });
        Handle first = StartClient(server, 0);
        Handle second = StartClient(server, 100);
        Peer.End(server);
        Check.EndsWell(first, "the first client");
        Check.EndsWell(second, "the second");
    }

    private static Handle StartClient(Handle server, int length) => Peer.StartWaiting(() =>
        Check.Gives(CallError.PeerGone, Call.Send(server, new byte[length], default, out _), "send"));

    private static void KillAwaited()
    {
        Handle awaited = Peer.StartIdle();
        Handle waiter = Peer.StartWaiting(() => Check.Ends(awaited, EndCause.Killed, 0, "who is awaited"));
        Peer.End(awaited);
        Check.EndsWell(waiter, "who waits");
    }

    private static void KillItself()
    {
        Handle child = Peer.Start(static () => _ = Call.Kill(Circles.TakeHandle()));
        Circles.GiveHandle(child);
        Check.Ends(child, EndCause.Killed, 0, "who killed itself");
    }
}
