namespace UserPrograms;

/// <summary>Arguments out of their ranges.</summary>
internal static class NumberCases
{
    /// <summary>Runs one.</summary>
    internal static void Do(string what, string how)
    {
        Scratch.Make();
        switch (what)
        {
            case "no such call":
                Check.Gives(CallError.NoSuchCall, NoSuchCall(how), what);
                break;
            case "map" or "unmap" or "protect":
                PageNumbers.Do(what, how);
                break;
            case "spawn" or "execute":
                StartNumbers.Do(what, how);
                break;
            case "others":
                OtherNumbers.Do(how);
                break;
            default:
                Message(what, how);
                break;
        }
    }

    private static CallError NoSuchCall(string how)
    {
        const ulong last = (ulong)SystemCall.Sleep;
        RegisterFile registers = default;
        registers[Register.Rax] = how switch
        {
            "the next" => last + 1,
            "a thousand" => 1000,
            "high bits of a call" => 1UL << 32 | (ulong)SystemCall.Exit,
            "the highest" => ulong.MaxValue >> 1,
            _ => ulong.MaxValue,
        };
        return Raw.Do(ref registers);
    }

    // The length of one that is too long is no lie about its form: it is one about the caller's memory.
    private static void Message(string what, string how)
    {
        const int handlesShift = 56;
        ulong info = how switch
        {
            "five handles" => 5UL << handlesShift,
            "seven handles" => 7UL << handlesShift,
            "a length of 2^48" => 1UL << 48,
            "high bits" => 1UL << 59 | 1UL << 55,
            _ => 1UL << 47,
        };
        CallError expected = how == "a length of 2^47" ? CallError.BadBuffer : CallError.BadArgument;
        Handle client = Peer.Start(static () => Check.Done(Call.Send(Peer.Parent, default, default, out _), "send"));
        Check.Done(Call.Receive(default, out Message message), "receive");
        CallError error = what switch
        {
            "send" => Raw.Do(SystemCall.Send, client.Value, info, r10: Scratch.Writable),
            "reply" => Raw.Do(SystemCall.Reply, message.Sender.Value, info, r10: Scratch.Writable),
            _ => Raw.Do(SystemCall.ReplyReceive, message.Sender.Value, info, r10: Scratch.Writable),
        };
        Check.Gives(expected, error, what);
        Check.Done(Call.Reply(message.Sender, default), "reply");
        Check.EndsWell(client, "the client");
    }
}
