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
                SingleStep(isOverCall: how == "over a call");
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
    private static void SingleStep(bool isOverCall)
    {
        const int debugException = 1;
        Handle child = Peer.Start(isOverCall ? Crossing.StepOverCall : Crossing.Step);
        Check.Ends(child, EndCause.Trapped, debugException, "who goes step by step");
    }
}
