namespace UserPrograms;

/// <summary>Arguments of the small calls.</summary>
internal static class OtherNumbers
{
    /// <summary>Runs one.</summary>
    internal static void Do(string how)
    {
        switch (how)
        {
            case "print 4097 bytes":
                Expect(CallError.BadArgument, Raw.Do(SystemCall.Print, Scratch.Writable, 4097));
                break;
            case "print a huge length":
                Expect(CallError.BadArgument, Raw.Do(SystemCall.Print, Scratch.Writable, ulong.MaxValue));
                break;
            case "print nothing":
                Expect(CallError.None, Raw.Do(SystemCall.Print, ulong.MaxValue, 0));
                break;
            case "print over a page's edge":
                Print("usertests: these words lie on two pages\n"u8);
                break;
            case "count the next":
                Expect(CallError.BadArgument, Raw.Do(SystemCall.Count, (ulong)Counter.Nanoseconds + 1));
                break;
            case "count high bits":
                Expect(CallError.BadArgument, Raw.Do(SystemCall.Count, 1UL << 63));
                Expect(CallError.BadArgument, Raw.Do(SystemCall.Count, 1UL << 32));
                break;
            case "duplicate a fourth right":
                Duplicate((ulong)HandleRights.All + 1);
                break;
            case "duplicate high bits":
                Duplicate(1UL << 32 | 1);
                break;
            case "query anywhere":
                Query();
                break;
            default:
                ReceiveAnywhere();
                break;
        }
    }

    private static void Print(ReadOnlySpan<byte> text)
    {
        const int offset = (int)Scratch.Page - 20;
        Check.Done(Call.Map(LimitCases.Memory, 2 * (int)Scratch.Page, out Span<byte> memory), "map");
        text.CopyTo(memory[offset..]);
        Expect(CallError.None, Raw.Do(SystemCall.Print, LimitCases.Memory + offset, (ulong)text.Length));
    }

    private static void Duplicate(ulong rights)
    {
        Handle child = Peer.StartIdle();
        Expect(CallError.BadArgument, Raw.Do(SystemCall.Duplicate, child.Value, rights));
        Peer.End(child);
    }

    // Whatever is there of the kernel's, a program is not told.
    private static void Query()
    {
        ulong[] addresses =
        [
            0, 0x7FFF_FFFF_FFFF, 0x8000_0000_0000, 1UL << 63, 0xFFFF_8000_0000_0000, 0xFFFF_FFFF_8010_0000,
            ulong.MaxValue,
        ];
        foreach (ulong address in addresses)
        {
            Check.Equal(0, Call.Query(address, out ulong owners).Bits, "what is there");
            Check.Equal(0, owners, "its owners");
        }
    }

    // A buffer's length is only its end: what counts is how much comes.
    private static void ReceiveAnywhere()
    {
        Handle client = Peer.Start(static () =>
            Check.Done(Call.Send(Peer.Parent, new byte[100], default, out _), "send"));
        Expect(CallError.None, Raw.Do(SystemCall.Receive, rdx: Scratch.Writable, r8: ulong.MaxValue));
        Peer.End(client);
    }

    private static void Expect(CallError expected, CallError actual) => Check.Gives(expected, actual, "the call");
}
