namespace UserPrograms;

/// <summary>What is tried, by its name.</summary>
internal static class Tries
{
    /// <summary>What has to be done without any frame.</summary>
    internal const string NeedsNone = "what needs none";

    /// <summary>What does not come back.</summary>
    internal const string Execute = "execute";

    /// <summary>The first argument of a program that tries.</summary>
    internal const string Argument = "try";

    /// <summary>The arguments of a program that tries this.</summary>
    internal static ReadOnlySpan<byte> Encode(string how, Span<byte> space)
    {
        "try\0"u8.CopyTo(space);
        int length = Argument.Length + 1;
        for (int i = 0; i < how.Length; i++)
        {
            space[length++] = (byte)how[i];
        }

        space[length++] = 0;
        return space[..length];
    }

    /// <summary>In the program that tries: failures have this name from now on.</summary>
    internal static void Begin(string how) => Check.Begin("memory: " + how);

    /// <summary>What is tried under this name.</summary>
    internal static Try Find(string how) => how switch
    {
        "map" => new(Nothing, PageTries.Map, true),
        "touch" => new(PageTries.MapRegion, PageTries.Touch, true),
        "write after a fork" => new(PageTries.ShareRegion, PageTries.Touch, true),
        "unmap" => new(PageTries.ShareRegion, PageTries.Unmap, true),
        "protect" => new(PageTries.ShareRegion, PageTries.Protect, true),
        "print" => new(PageTries.MapRegion, PageTries.Print, true),
        "read a name" => new(PageTries.MapRegion, PageTries.SpawnName, true),
        "fork" => new(Nothing, TaskTries.Fork, false),
        "spawn" => new(Nothing, TaskTries.Spawn, false),
        "duplicate" => new(TaskTries.FillRecord, TaskTries.Duplicate, true),
        Execute => new(Nothing, static () => Call.Execute("usertests"u8, "end\0"u8), true),
        "receive" => new(static () => MessageTries.Await(Parcel.Bytes), MessageTries.Receive, false),
        "receive pages" => new(static () => MessageTries.Await(Parcel.Pages), MessageTries.Receive, false),
        "receive what is to come" => new(static () => MessageTries.Await(Parcel.ToCome), MessageTries.Receive, false),
        "receive a handle" => new(MessageTries.AwaitHandle, MessageTries.Receive, true),
        "receive 32 bytes" => new(MessageTries.AwaitHandle, MessageTries.ReceiveShort, true),
        "reply and receive" => new(static () => MessageTries.Await(Parcel.Bytes), MessageTries.ReplyReceive, false),
        "send, and its reply" => new(static () => ReplyTries.Serve(Parcel.Bytes), ReplyTries.Send, false),
        "send, and pages" => new(static () => ReplyTries.Serve(Parcel.Pages), ReplyTries.Send, false),
        "send, and what is to come" => new(static () => ReplyTries.Serve(Parcel.ToCome), ReplyTries.Send, false),
        "send, and a handle" => new(ReplyTries.ServeHandles, ReplyTries.Send, true),
        "send 32 bytes" => new(ReplyTries.ServeHandles, ReplyTries.SendShort, true),
        NeedsNone => new(OtherTries.Prepare, OtherTries.Do, true),
        _ => throw new ArgumentException("there is nothing of this name: " + how),
    };

    private static void Nothing()
    {
    }
}
