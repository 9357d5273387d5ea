namespace UserPrograms;

/// <summary>Memory of several tasks, and states of the processor that the kernel must not trust.</summary>
internal static class IsolationCases
{
    /// <summary>Runs one.</summary>
    internal static void Do(string what, string how)
    {
        switch (what)
        {
            case "memory":
                SharedMemory.Do(how);
                break;
            case "single step":
                SingleStep(how);
                break;
            case "base of GS":
                BaseOfGs(isAsked: how == "asked for");
                break;
            case "last bytes":
                CallInLastBytes();
                break;
            default:
                HostileStack(how, isOverCall: what == "hostile stack over a call");
                break;
        }
    }

    // The kernel has a stack of its own: where the program says that its own is does not matter to it.
    private static void HostileStack(string how, bool isOverCall)
    {
        const int calls = 1000;
        ulong stack = how switch
        {
            "null" => 0,
            "kernel" => 0xFFFF_FFFF_8010_0000,
            "not canonical" => 1UL << 63 | 8,
            _ => 0x40_0800,
        };
        Handle disturbing = Peer.Start(RegisterCases.Disturb);
        for (int i = 0; i < calls && isOverCall; i++)
        {
            Crossing.CallOnStack(stack);
        }

        ulong ticks = Call.Count(Counter.Ticks);
        while (!isOverCall && Call.Count(Counter.Ticks) < ticks + 3)
        {
            Crossing.SpinOnStack(stack);
        }

        Peer.End(disturbing);
    }

    // The trap is the program's own end; in the kernel there is none.
    private static void SingleStep(string how)
    {
        const int debugException = 1;
        Handle child = Peer.Start(how switch
        {
            "over nothing" => Crossing.Step,
            "over a call" => Crossing.StepOverCall,
            _ => Crossing.StepOverStackSegment,
        });
        Check.Ends(child, EndCause.Trapped, debugException, "who goes step by step");
    }

    // The kernel's data lie at its base of GS: a program may neither ask for it nor have it.
    private static void BaseOfGs(bool isAsked)
    {
        const int invalidOpcode = 6;
        const int pageFault = 14;
        Handle child = Peer.Start(isAsked ? static () => Crossing.ReadBase() : static () => Crossing.ReadAtBase());
        Check.Ends(child, EndCause.Trapped, isAsked ? invalidOpcode : pageFault, "who looks for the kernel's GS");
    }

    // Behind them there must be an address to which SYSRET can go, and nothing at it: the page there is nobody's.
    private static void CallInLastBytes()
    {
        const ulong lastPage = 0x7FFF_FFFF_E000;
        const int pageFault = 14;
        Handle child = Peer.Start(static () =>
        {
            ReadOnlySpan<byte> syscall = [0x0F, 0x05];
            int size = (int)Scratch.Page;
            bool isBeyond = Call.Map(lastPage + Scratch.Page, size, out Span<byte> page) == CallError.None;
            Check.Done(isBeyond ? CallError.None : Call.Map(lastPage, size, out page), "map");
            syscall.CopyTo(page[^syscall.Length..]);
            ulong start = isBeyond ? lastPage + Scratch.Page : lastPage;
            Check.Done(Call.Protect(start, Scratch.Page, MapRights.Execute), "protect");
            Crossing.YieldAt(start + Scratch.Page - (ulong)syscall.Length);
        });
        Check.Ends(child, EndCause.Trapped, pageFault, "who calls at the end of all memory");
    }
}
