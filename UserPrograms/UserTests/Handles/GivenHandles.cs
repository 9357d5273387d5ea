namespace UserPrograms;

/// <summary>Handles in messages, replies and at the start of programs.</summary>
internal static class GivenHandles
{
    /// <summary>Gives what a handle's number says; twice where it is moved. What the giving call said.</summary>
    internal static CallError Try(string what, uint gift)
    {
        bool isTwice = gift >> 31 != 0;
        ulong gifts = isTwice ? gift | (ulong)gift << 32 : gift;
        int count = isTwice ? 2 : 1;
        return what switch
        {
            "give by send" => Send(0, gifts, count),
            "give by 100 bytes" => Send(100, gifts, count),
            "give at spawn" => Spawn(gift),
            _ => Reply(what == "give by reply" ? SystemCall.Reply : SystemCall.ReplyReceive, gifts, count),
        };
    }

    private static CallError Send(ulong length, ulong gifts, int count)
    {
        Handle echo = Peer.StartEcho();
        ulong info = new MessageInfo(length, count).Bits;
        CallError error = Raw.Do(
            SystemCall.Send, echo.Value, info, Scratch.Writable, Scratch.Writable, 100, gifts);
        Peer.End(echo);
        return error;
    }

    private static CallError Spawn(uint gift)
    {
        var options = new SpawnOptions { Gift0 = new HandleGift(gift) };
        return Call.Spawn("usertests"u8, "end"u8, in options, out _);
    }

    // The refused reply leaves its sender waiting, for another one.
    private static CallError Reply(SystemCall call, ulong gifts, int count)
    {
        Handle client = Peer.Start(static () =>
            Check.Done(Call.Send(Peer.Parent, default, default, out _), "send"));
        Check.Done(Call.Receive(default, out Message message), "receive");
        ulong info = new MessageInfo(0, count).Bits;
        CallError error = Raw.Do(call, message.Sender.Value, info, r9: gifts);
        Check.Done(Call.Reply(message.Sender, default), "reply without a handle");
        Check.EndsWell(client, "the client");
        return error;
    }
}
