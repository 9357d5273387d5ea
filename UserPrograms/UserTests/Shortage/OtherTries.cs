namespace UserPrograms;

/// <summary>What a task can do in any case.</summary>
internal static class OtherTries
{
    private static Handle s_echo;
    private static Handle s_victim;

    /// <summary>A server that has served already, and a task to kill.</summary>
    internal static void Prepare()
    {
        s_echo = Peer.StartEcho();
        Check.Done(Exchange(), "echo");
        s_victim = Peer.StartIdle();
        Check.Done(Call.Map(Regions.First, Scratch.Page, MapRights.Write), "map");
        Call.Mapped(Regions.First, 1)[0] = 1;
        Check.Done(Exchange(), "echo again");
    }

    /// <summary>The calls that need no frame.</summary>
    internal static CallError Do()
    {
        Check.Done(Call.Nothing(), "nothing");
        Check.Done(Call.Yield(), "yield");
        Check.Done(Call.Sleep(1), "sleep");
        Check.Done(Exchange(), "send, receive and reply");
        Check.Done(Call.Duplicate(s_echo, HandleRights.Send, out Handle copy), "duplicate");
        Check.Done(Call.Close(copy), "close");
        Check.That(Call.Query(Regions.First, out _) != default, "a page is there");
        Check.Done(Call.Protect(Regions.First, Scratch.Page, MapRights.Read), "protect");
        Check.Done(Call.Unmap(Regions.First, Scratch.Page), "unmap");
        Check.Done(Call.Kill(s_victim), "kill");
        Check.Done(Call.Wait(s_victim, out _, out _), "wait");
        return CallError.None;
    }

    private static CallError Exchange() => Call.Send(s_echo, "there and back"u8, default, out _);
}
