// The first program: it shows the others, each once, and keeps a server going as long as somebody wants it.
Console.WriteLine($"init: {Call.Count(Counter.FreeFrames):n} frames are free");
Run("hello"u8, "ring 3\0"u8);
Run("language"u8, default);
Run("family"u8, default);
Run("cow"u8, default);
Run("pages"u8, default);
Run("crash"u8, default);
Run("clock"u8, default);
ServeUntilAllIsSaid();
Console.WriteLine($"init: {Call.Count(Counter.FreeFrames):n} frames are free, {Call.Count(Counter.Tasks)} task is left");
return 0;

static void Run(ReadOnlySpan<byte> name, ReadOnlySpan<byte> arguments)
{
    CallError error = Call.Spawn(name, arguments, out Handle child);
    if (error != CallError.None)
    {
        Console.WriteLine($"init: {name} cannot start: {error}");
        return;
    }

    Call.Wait(child, out _, out ExitStatus status).OrFail("wait");
    Console.WriteLine($"init: {name} {status}");
}

// Somebody talks to echo, and makes it fail: then another one takes its place. Each time later, because what fails at
// once should not be all that the processor does.
static void ServeUntilAllIsSaid()
{
    ulong pause = 10_000_000;
    Handle echo = StartEcho();
    Handle talk = StartTalk(echo);
    bool isTalking = true;
    bool hasFailed = false;
    while (isTalking || !hasFailed)
    {
        Call.Wait(Handle.None, out Handle ended, out ExitStatus status).OrFail("wait");
        Console.WriteLine($"init: {(ended == talk ? "talk" : "echo")} {status}");
        isTalking &= ended != talk;
        if (ended == echo)
        {
            hasFailed = true;
            Call.Sleep(pause).OrFail("sleep");
            pause *= 2;
            echo = StartEcho();
        }
    }

    Span<byte> reply = stackalloc byte[32];
    Call.Send(echo, "I am new here"u8, reply, out ulong length).OrFail("send");
    Console.WriteLine($"init: echo says \"{reply[..(int)length]}\"");
    Call.Kill(echo).OrFail("kill");
    Call.Wait(echo, out _, out ExitStatus end).OrFail("wait");
    Console.WriteLine($"init: echo {end}");
}

static Handle StartEcho()
{
    Call.Spawn("echo"u8, default, out Handle echo).OrFail("start echo");
    return echo;
}

static Handle StartTalk(Handle echo)
{
    var options = new SpawnOptions { Gift0 = new HandleGift(echo, isMoved: false) };
    Call.Spawn("talk"u8, default, in options, out Handle talk).OrFail("start talk");
    return talk;
}
