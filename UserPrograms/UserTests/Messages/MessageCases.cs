namespace UserPrograms;

/// <summary>Who waits for whom, and how each wait ends.</summary>
internal static class MessageCases
{
    /// <summary>Runs one.</summary>
    internal static void Do(string how)
    {
        switch (how)
        {
            case "send to itself" or "wait for itself" or "a circle of two" or "wait in a circle"
                or "a circle of three":
                Circles.Do(how);
                break;
            case "wait for any in a circle" or "any of two in a circle" or "a circle with a wait for any"
                or "a circle with two waits for any":
                AnyChildCircles.Do(how);
                break;
            case "a reply to one more urgent":
                Urgency.Do();
                break;
            case "end with messages queued" or "end with replies owed":
                EndBefore(howMany: 3, isReceived: how == "end with replies owed");
                break;
            case "fork while a reply is owed" or "the child of who owes replies" or "execute while a reply is owed"
                or "replies in another order" or "a buffer that is too short":
                Debts.Do(how);
                break;
            default:
                Families.Do(how);
                break;
        }
    }

    // Whoever waits for one that ends is told so.
    private static void EndBefore(int howMany, bool isReceived)
    {
        Scratch.Make();
        Handle server = Peer.Start(() => ReceiveAndEnd(isReceived ? howMany : 0));
        for (int i = 0; i < howMany; i++)
        {
            ulong length = i == 0 ? 0UL : 100;
            int handles = i == 2 ? 1 : 0;
            ulong info = new MessageInfo(length, handles).Bits;
            Peer.Start(() => Check.Gives(
                CallError.PeerGone,
                Raw.Do(SystemCall.Send, server.Value, info, Scratch.Writable, Scratch.Writable, 100, server.Value),
                "send"));
        }

        Check.EndsWell(server, "the server");
        for (int i = 0; i < howMany; i++)
        {
            Check.EndsWell(Handle.None, "a client");
        }

        Check.Gives(CallError.BadHandle, Call.Send(server, default, default, out _), "send to a closed handle");
    }

    private static void ReceiveAndEnd(int howMany)
    {
        for (int i = 0; i < howMany; i++)
        {
            Check.Done(Call.Receive(new byte[100], out _), "receive");
        }

        Peer.LetRun();
    }
}
