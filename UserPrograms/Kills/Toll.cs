namespace UserPrograms;

/// <summary>
/// All kills of one path. Its parties are less urgent than this task, which sleeps until the timer ticks between two
/// instructions of theirs; then it kills one of them, and all others go on as far as they can.
/// </summary>
/// <param name="path">The path's name.</param>
/// <param name="stride">From one instruction between two calls to the next.</param>
internal sealed class Toll(string path, ulong stride)
{
    private const uint PartyPriorityPlusOne = 4;
    private const int MostFailures = 10;

    private readonly byte[] _arguments = Text(path + "\0");

    private ulong _moments;
    private ulong _kills;
    private ulong _failures;
    private ulong _frames;
    private ulong _quota;

    /// <summary>Does them; whether all was right.</summary>
    internal bool Take()
    {
        Prepare();
        for (ulong calls = 0; KillBehind(calls); calls++)
        {
        }

        Console.WriteLine($"kills: {path}: {_kills} kills at {_moments} moments, {_failures} failed");
        return _failures == 0;
    }

    // What comes only once: the program's image, and pages of this task.
    private void Prepare()
    {
        const int times = 2;
        for (int i = 0; i < times; i++)
        {
            _ = Kill(new Moment(0, 1), victim: 0);
        }

        _frames = Call.Count(Counter.FreeFrames);
        _quota = Call.Count(Counter.Quota);
    }

    // At each instruction until the next call. False where there were not so many calls.
    private bool KillBehind(ulong calls)
    {
        ulong parties = 1;
        for (ulong i = 1; parties != 0 && _failures < MostFailures; i += stride)
        {
            parties = KillEach(new Moment(calls, i));
        }

        return Steps.Calls >= calls && _failures < MostFailures;
    }

    // How many parties there were to kill; none where that moment does not come.
    private ulong KillEach(Moment at)
    {
        ulong parties = 1;
        for (ulong victim = 0; victim < parties; victim++)
        {
            Outcome outcome = Kill(at, victim);
            parties = outcome.Parties;
            _kills += parties == 0 ? 0UL : 1;
            EndCause cause = parties != 0 && victim == 0 ? EndCause.Killed : EndCause.Exited;
            Expect(at, victim, "stuck", 0, outcome.Stuck);
            Expect(at, victim, "status", new ExitStatus(cause, 0).Bits, outcome.Status.Bits);
            Expect(at, victim, "tasks", 1, Call.Count(Counter.Tasks));
            Expect(at, victim, "free frames", _frames, Call.Count(Counter.FreeFrames));
            Expect(at, victim, "quota", _quota, Call.Count(Counter.Quota));
        }

        _moments += parties == 0 ? 0UL : 1;
        return parties;
    }

    private Outcome Kill(Moment at, ulong victim)
    {
        Handle main = Start();
        SenderId sender = SenderId.None;
        Call.ReplyReceiveWords(ref sender).OrFail("hear that it is ready");
        Steps.Arm(at);
        Call.Reply(sender, default).OrFail("let it go");
        LetRun();
        ulong parties = Steps.Look();
        if (parties != 0)
        {
            End(Steps.Name(victim));
            LetRun();
        }

        ulong stuck = Steps.Stuck;
        Steps.Audit();
        EndAll();
        Call.Wait(main, out _, out ExitStatus status).OrFail("wait");
        Steps.Audit();
        return new Outcome(parties, stuck, status);
    }

    private Handle Start()
    {
        var options = new SpawnOptions { PriorityPlusOne = PartyPriorityPlusOne };
        Call.Spawn("kills"u8, _arguments, in options, out Handle main).OrFail("spawn");
        return main;
    }

    // Until the timer ticks, or nobody can run.
    private static void LetRun() => Call.Sleep(1).OrFail("sleep");

    // Who waits for a message that nobody will send.
    private static void EndAll()
    {
        for (Handle party = Steps.Name(0); !party.IsNone; party = Steps.Name(0))
        {
            End(party);
        }
    }

    private static void End(Handle party)
    {
        Call.Kill(party).OrFail("kill");
        Call.Close(party).OrFail("close");
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

    private void Expect(Moment at, ulong victim, string what, ulong expected, ulong actual)
    {
        if (actual != expected)
        {
            _failures++;
            Console.Write($"kills: {path}, {at.Calls} calls, {at.Instructions} instructions, party {victim}: ");
            Console.WriteLine($"{what} {actual:x}, but expected {expected:x}");
        }
    }
}
