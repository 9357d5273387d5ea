namespace UserPrograms;

/// <summary>What there is, used up: the next is refused, and what is there goes on.</summary>
internal static class LimitCases
{
    /// <summary>Where memory is mapped.</summary>
    internal const ulong Memory = 0x20_0000_0000;
    private const ulong Elsewhere = 0x30_0000_0000;

    /// <summary>Runs one.</summary>
    internal static void Do(string how)
    {
        switch (how)
        {
            case "map beyond the quota":
                Check.Gives(CallError.QuotaExceeded, Map(Left() + 1), "map");
                break;
            case "fork beyond the quota":
                Check.Done(Map(Left() - (Left() / 3)), "map");
                Check.Gives(CallError.QuotaExceeded, Call.Fork(out _, out _), "fork");
                break;
            case "spawn beyond the quota":
                Check.Done(Map(Left() - 80), "map");
                Check.Gives(CallError.QuotaExceeded, Call.Spawn("usertests"u8, "end"u8, out _), "spawn");
                break;
            case "touch all of the quota":
                Touch(MapAll());
                break;
            case "write all after a fork":
                WriteAfterFork();
                break;
            case "fork without end":
                Check.That(Generations() > 3, "there are generations");
                break;
            case "calls with all charged":
                FullMemory.Calls(MapAll());
                break;
            case "messages with all charged":
                FullMemory.Messages();
                break;
            default:
                HandleLimits.Do(how);
                break;
        }
    }

    /// <summary>The pages that are left, tables included.</summary>
    internal static ulong Left() => Call.Count(Counter.Quota) - Call.Count(Counter.Charge);

    /// <summary>Maps all that there is: tables are charged too, so a few pages fewer than are left.</summary>
    internal static Span<byte> MapAll()
    {
        ulong pages = Left();
        Span<byte> bytes;
        while (Call.Map(Memory, (int)(pages * Scratch.Page), out bytes) != CallError.None)
        {
            pages--;
        }

        const ulong more = 8;
        Check.That(Left() < more, "nearly all is charged");
        Check.Gives(CallError.QuotaExceeded, Raw.Do(SystemCall.Map, Elsewhere, more * Scratch.Page, 1), "map more");
        return bytes;
    }

    /// <summary>Writes each page.</summary>
    internal static void Touch(Span<byte> memory)
    {
        for (int i = 0; i < memory.Length; i += (int)Scratch.Page)
        {
            Check.Equal(0, memory[i], "a page to come");
            memory[i] = (byte)(i >> 12);
        }

        for (int i = 0; i < memory.Length; i += (int)Scratch.Page)
        {
            Check.Equal((byte)(i >> 12), memory[i], "a page that was written");
        }
    }

    // What both may be charged is enough for both.
    private static void WriteAfterFork()
    {
        byte[] memory = new byte[(int)(Left() / 3 * Scratch.Page)];
        Overwrite(memory, 0);
        Handle child = Peer.Start(() => Overwrite(memory, 1));
        Overwrite(memory, 1);
        Check.EndsWell(child, "the child");
    }

    private static void Overwrite(byte[] memory, byte expected)
    {
        for (int i = 0; i < memory.Length; i += (int)Scratch.Page)
        {
            Check.Equal(expected, memory[i], "a byte of a page");
            memory[i]++;
        }
    }

    // Each has half of what its parent had left, until one is refused.
    private static int Generations()
    {
        CallError error = Call.Fork(out Handle child, out bool isChild);
        if (isChild)
        {
            Environment.Exit(Generations());
        }

        if (error != CallError.None)
        {
            Check.Gives(CallError.QuotaExceeded, error, "the last fork");
            return 1;
        }

        Check.Done(Call.Wait(child, out _, out ExitStatus status), "wait");
        return status.Code + 1;
    }

    private static CallError Map(ulong pages) => Call.Map(Memory, pages * Scratch.Page, MapRights.Write);
}
