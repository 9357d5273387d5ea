namespace UserPrograms;

/// <summary>Page faults that the kernel resolves: the program goes on as if nothing had been.</summary>
internal static class FaultRegisters
{
    private const byte Return = 0xC3;

    /// <summary>Runs one.</summary>
    internal static void Do(string how)
    {
        Handle child = how == "write to the stack to come" ? Handle.None : Prepare(how);
        RegisterFile before = RegisterFile.Filled(RegisterCases.Own);
        RegisterFile after = before;
        Cross(how, ref after);
        Comparison.Same(ref before, ref after);
        if (!child.IsNone)
        {
            Peer.End(child);
        }
    }

    private static void Cross(string how, ref RegisterFile registers)
    {
        switch (how)
        {
            case "read of a page to come" or "read of a page that is there":
                Crossing.Read(ref registers);
                break;
            case "write to the stack to come":
                Crossing.WriteStack(ref registers);
                break;
            case "call of a page to come":
                Crossing.Execute(ref registers);
                break;
            default:
                Crossing.Write(ref registers);
                break;
        }
    }

    // Makes the page so that the next touch is the fault that is wanted; somebody who shares it, or none.
    private static Handle Prepare(string how)
    {
        Check.Done(Call.Map(Crossing.Touched, (int)Scratch.Page, out Span<byte> page), "map");
        if (how is "read of a page to come" or "write to a page to come")
        {
            Check.That(!Call.Query(page, out _).IsPresent, "the page is to come");
            return Handle.None;
        }

        page[0] = Return;
        Handle child = default;
        switch (how)
        {
            case "write to a shared page":
                child = Peer.StartIdle();
                Check.That(!Call.Query(page, out _).IsSole, "the page is shared");
                break;
            case "write to a page that was shared":
                Check.EndsWell(Peer.Start(static () => { }), "a child that shared the page");
                _ = Call.Count(Counter.FreeFrames);
                Check.That(!Call.Query(page, out _).IsSole, "the page cannot be written at once");
                break;
            case "write to a page that was lent":
                child = Peer.StartEcho();
                Check.Done(Call.Send(child, page, default, out _), "send the page");
                break;
            case "call of a page to come":
                Check.Done(Call.Protect(Crossing.Touched, Scratch.Page, MapRights.Execute), "protect");
                break;
            default:
                break;
        }

        return child;
    }
}
