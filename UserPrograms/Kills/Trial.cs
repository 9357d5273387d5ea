namespace UserPrograms;

/// <summary>
/// A path, tried again and again. Its parties are less urgent than this task, which sleeps until the timer ticks between
/// two instructions of theirs, or none of them can go on.
/// </summary>
/// <param name="path">The path's name.</param>
internal sealed class Trial(string path)
{
    private const uint PartyPriorityPlusOne = 4;
    private const int MostFailures = 10;

    private readonly byte[] _arguments = Text(path + "\0");

    private bool _isJudging;
    private Handle _main;
    private ulong _frames;
    private ulong _quota;

    /// <summary>How much was not as it had to be.</summary>
    internal ulong Failures { get; private set; }

    /// <summary>Whether there is no use in going on.</summary>
    internal bool IsHopeless => Failures >= MostFailures;

    /// <summary>
    /// Takes down what has to be there after each trial from now on; some have been done, because some things come once.
    /// </summary>
    internal void Begin()
    {
        _frames = Call.Count(Counter.FreeFrames);
        _quota = Call.Count(Counter.Quota);
        _isJudging = true;
    }

    /// <summary>Lets the parties go to a moment; how many there are then, or none where it does not come.</summary>
    internal ulong Start(Moment at)
    {
        var options = new SpawnOptions { PriorityPlusOne = PartyPriorityPlusOne };
        Call.Spawn("kills"u8, _arguments, in options, out _main).OrFail("spawn");
        SenderId sender = SenderId.None;
        Call.ReplyReceiveWords(ref sender).OrFail("hear that it is ready");
        Steps.Arm(at);
        Call.Reply(sender, default).OrFail("let it go");
        LetRun();
        return Steps.Look();
    }

    /// <summary>Lets the parties go on, until nobody can.</summary>
    internal static void LetRun() => Call.Sleep(1).OrFail("sleep");

    /// <summary>Ends a party.</summary>
    internal static void Kill(ulong number)
    {
        Handle party = Steps.Name(number);
        Call.Kill(party).OrFail("kill");
        Call.Close(party).OrFail("close");
    }

    /// <summary>Ends those that wait for messages which nobody will send; how the first of all ended.</summary>
    internal ExitStatus End()
    {
        while (Call.Count(Counter.Tasks) > 1)
        {
            Kill(0);
        }

        Call.Wait(_main, out _, out ExitStatus status).OrFail("wait");
        return status;
    }

    /// <summary>Nothing is lost, and the kernel is sound.</summary>
    internal void Judge(Moment at, ulong which)
    {
        Expect(at, which, "tasks", 1, Call.Count(Counter.Tasks));
        Expect(at, which, "free frames", _frames, Call.Count(Counter.FreeFrames));
        Expect(at, which, "quota", _quota, Call.Count(Counter.Quota));
        Steps.Audit();
    }

    /// <summary>Something has to be so.</summary>
    internal void Expect(Moment at, ulong which, string what, ulong expected, ulong actual)
    {
        if (_isJudging && actual != expected)
        {
            Failures++;
            Console.Write($"kills: {path}, {at.Calls} calls, {at.Instructions} instructions, {which}: ");
            Console.WriteLine($"{what} {actual:x}, but expected {expected:x}");
        }
    }

    private static byte[] Text(string ascii)
    {
        byte[] text = new byte[ascii.Length];
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = (byte)ascii[i];
        }

        return text;
    }
}
