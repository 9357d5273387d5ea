namespace UserPrograms;

/// <summary>Calls with buffers that are lies. Where they are, the call is refused and has no other effect.</summary>
internal static class BufferCases
{
    /// <summary>More than travels in registers.</summary>
    internal const ulong LongLength = 100;

    private const ulong LongestName = 63;
    private const ulong OptionBytes = 40;

    /// <summary>Runs one.</summary>
    internal static void Do(string what, string how)
    {
        Scratch.Make();
        switch (what)
        {
            case "print":
                Check.Gives(CallError.BadBuffer, Print(BufferRange.Of(how, LongLength)), what);
                break;
            case "spawn's name" or "execute's name":
                Start(what, BufferRange.Of(how, LongestName));
                break;
            case "spawn's options":
                Start(what, BufferRange.Of(how, OptionBytes));
                break;
            case "spawn's arguments" or "execute's arguments":
                Start(what, BufferRange.Of(how, LongLength));
                break;
            case "send" or "send with a handle" or "reply" or "reply with a handle" or "reply and receive":
                MessageReaders.Do(what, BufferRange.Of(how, LongLength));
                break;
            case "send 32 bytes" or "reply 32 bytes" or "receive 32 bytes" or "reply and receive 32 bytes":
                ShortMessages.Do(what, BufferRange.Of(how, LongLength));
                break;
            default:
                MessageWriters.Do(what, BufferRange.Of(how, LongLength));
                break;
        }
    }

    private static CallError Print(BufferRange range) => Raw.Do(SystemCall.Print, range.Address, range.Length);

    // No program has such a name, and no options are so: these are what is told once the buffer has been read.
    private static void Start(string what, BufferRange range)
    {
        const ulong nameLength = 6;
        CallError error = what switch
        {
            "spawn's name" => Raw.Do(SystemCall.Spawn, range.Address, range.Length),
            "execute's name" => Raw.Do(SystemCall.Execute, range.Address, range.Length),
            "spawn's arguments" =>
                Raw.Do(SystemCall.Spawn, Scratch.Writable, nameLength, range.Address, range.Length),
            "execute's arguments" =>
                Raw.Do(SystemCall.Execute, Scratch.Writable, nameLength, range.Address, range.Length),
            _ => Raw.Do(SystemCall.Spawn, Scratch.Writable, nameLength, r8: range.Address),
        };
        bool isRead = error is CallError.NoSuchProgram
            || (what == "spawn's options" && error is CallError.BadArgument);
        bool isRight = range.Address == 0 && what == "spawn's options" ? error == CallError.NoSuchProgram
            : range.IsReadable ? isRead
            : error == CallError.BadBuffer;
        Check.That(isRight, what + " of a buffer that " + (range.IsReadable ? "can" : "cannot") + " be read");
    }
}
