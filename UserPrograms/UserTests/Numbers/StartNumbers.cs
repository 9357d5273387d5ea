namespace UserPrograms;

/// <summary>Programs that cannot be started so.</summary>
internal static class StartNumbers
{
    /// <summary>Runs one.</summary>
    internal static void Do(string what, string how)
    {
        ulong quota = Call.Count(Counter.Quota);
        SystemCall call = what == "spawn" ? SystemCall.Spawn : SystemCall.Execute;
        switch (how)
        {
            case "no name":
                Expect(CallError.BadArgument, Raw.Do(call, Scratch.Writable, 0));
                break;
            case "a name of 64":
                Expect(CallError.BadArgument, Raw.Do(call, Scratch.Writable, 64));
                break;
            case "arguments of 1025":
                Expect(CallError.BadArgument, Raw.Do(call, Scratch.Writable, 6, Scratch.Writable, 1025));
                break;
            case "huge lengths":
                Expect(CallError.BadArgument, Raw.Do(call, Scratch.Writable, ulong.MaxValue));
                Expect(CallError.BadArgument, Raw.Do(call, Scratch.Writable, 6, Scratch.Writable, ulong.MaxValue));
                break;
            case "an unknown name":
                Expect(CallError.NoSuchProgram, Raw.Do(call, Scratch.Writable, 63, Scratch.Writable, 1024));
                break;
            case "a file that is no program":
                Expect(CallError.BadProgram, Start(call, "data.txt"u8));
                break;
            default:
                Expect(ExpectedFor(how), Call.Spawn("usertests"u8, "end"u8, OptionsFor(how), out _));
                break;
        }

        Check.Equal(quota, Call.Count(Counter.Quota), "the quota afterwards");
    }

    private static CallError Start(SystemCall call, ReadOnlySpan<byte> name) =>
        call == SystemCall.Spawn ? Call.Spawn(name, default, out _) : Call.Execute(name, default);

    private static CallError ExpectedFor(string how) =>
        how is "a reserved field" or "a priority above" ? CallError.BadArgument : CallError.QuotaExceeded;

    private static SpawnOptions OptionsFor(string how) => how switch
    {
        "a reserved field" => new SpawnOptions { Reserved = 1UL << 63 },
        "a priority above" => new SpawnOptions { PriorityPlusOne = uint.MaxValue },
        "more frames than there are" => new SpawnOptions { Frames = 1UL << 32 | 1000 },
        "too few frames" => new SpawnOptions { Frames = 1 },
        _ => new SpawnOptions { Tasks = uint.MaxValue },
    };

    private static void Expect(CallError expected, CallError actual) => Check.Gives(expected, actual, "start");
}
