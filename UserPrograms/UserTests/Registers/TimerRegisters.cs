namespace UserPrograms;

/// <summary>Turns that end while registers are in use.</summary>
internal static class TimerRegisters
{
    private const ulong Turns = 6;

    /// <summary>Runs one.</summary>
    internal static void Do(string how)
    {
        Handle first = Handle.None;
        Handle second = Handle.None;
        if (how != "alone")
        {
            bool isCalling = how == "beside others that call";
            first = Peer.Start(isCalling ? RegisterCases.Disturb : static () => Spin(RegisterCases.Others));
            second = Peer.Start(isCalling ? RegisterCases.Disturb : static () => Spin(~RegisterCases.Others));
        }

        Spin(RegisterCases.Own);
        if (how == "beside two others")
        {
            Check.EndsWell(first, "the first of the others");
            Check.EndsWell(second, "the second of the others");
        }
        else if (how != "alone")
        {
            Peer.End(first);
            Peer.End(second);
        }
    }

    // Until the timer has come so often while all registers held the pattern.
    private static void Spin(ulong pattern)
    {
        RegisterFile before = RegisterFile.Filled(pattern);
        ulong ticks = 0;
        while (ticks < Turns)
        {
            ulong start = Call.Count(Counter.Ticks);
            RegisterFile after = before;
            Crossing.Spin(ref after);
            Comparison.Same(ref before, ref after);
            ticks += Call.Count(Counter.Ticks) - start;
        }
    }
}
